using MoodDeck.Recommend.Taste;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Server.Taste;

/// <summary>How much an artist, a genre or a language is liked.</summary>
public sealed record NamedTasteAnswer(string Name, double Liking, double Sigma, int Lessons);

/// <summary>How much each part of the sum counts for a listener.</summary>
public sealed record TasteWeightsAnswer(double Mood, double Taste, double Novelty, double Fatigue);

/// <summary>Where a listener likes to be led, and how far: 0 to 1 of the way.</summary>
public sealed record TasteLeadAnswer(double Pull, double Valence, double Arousal);

/// <summary>What was learnt of a listener.</summary>
public sealed record TasteAnswer(
    bool Learns, int Lessons, TasteWeightsAnswer Weights, TasteLeadAnswer Led, double Width, IReadOnlyList<NamedTasteAnswer> Artists,
    IReadOnlyList<NamedTasteAnswer> Genres, IReadOnlyList<NamedTasteAnswer> Languages)
{
    /// <summary>As it is answered.</summary>
    public static TasteAnswer Of(bool learns, TasteProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new(
            learns, profile.Lessons,
            new(Rounded.Value(profile.MoodWeight), Rounded.Value(profile.TasteWeight), Rounded.Value(profile.NoveltyWeight), Rounded.Value(profile.FatigueWeight)),
            new(Rounded.Value(profile.Pull), Rounded.Value(profile.GoalValence), Rounded.Value(profile.GoalArousal)), Rounded.Value(profile.Width),
            Named(profile.Artists), Named(profile.Genres), Named(profile.Languages));
    }

    private static IReadOnlyList<NamedTasteAnswer> Named(IReadOnlyList<NamedTaste> tastes) =>
        [.. tastes.Select(t => new NamedTasteAnswer(t.Name, Rounded.Value(t.Liking), Rounded.Value(t.Sigma), t.Lessons))];
}
