using MoodDeck.Core.Mood;

namespace MoodDeck.Recommend.Groups;

/// <summary>Tracks of a library that lie together: one of its own moods.</summary>
public sealed record MoodGroup
{
    /// <summary>From 1, the largest group first.</summary>
    public required int Number { get; init; }

    /// <summary>Its English name, which no other group has: the mood, with the quality where another group has the mood too.</summary>
    public string Name => Quality.Length == 0 ? Mood : $"{Mood}, {Quality}";

    /// <summary>The rim's word for its centre, of <see cref="NamedMoods"/>.</summary>
    public required string Mood { get; init; }

    /// <summary>What sets it apart from a larger group of the same mood, of <see cref="GroupQualities.All"/> or a number; empty for none.</summary>
    public required string Quality { get; init; }

    /// <summary>Its tracks.</summary>
    public required int Size { get; init; }

    /// <summary>Those of them that play here.</summary>
    public required int Playable { get; init; }

    /// <summary>The mean of its tracks' moods, each counted as it is sure.</summary>
    public required Vad Centre { get; init; }

    /// <summary>How its tracks spread about the centre, over valence and arousal; dominance has its variance alone.</summary>
    public required VadCovariance Spread { get; init; }

    /// <summary>How it sounds, the mean of those of its tracks that were listened to; null where hardly any was.</summary>
    public required TrackTone? Tone { get; init; }

    /// <summary>The genres most of its tracks have, as they are written, most first; "unknown" is none.</summary>
    public required IReadOnlyList<GroupShare> Genres { get; init; }

    /// <summary>Its artists with the most tracks.</summary>
    public required IReadOnlyList<GroupShare> Artists { get; init; }

    /// <summary>Rows nearest to the centre, one of each artist.</summary>
    public required IReadOnlyList<int> Examples { get; init; }
}

/// <summary>How many tracks of a group have a genre or an artist.</summary>
public readonly record struct GroupShare(string Name, int Tracks);

/// <summary>The mood groups of a library.</summary>
/// <param name="Known">Tracks whose mood is known; the others are in no group.</param>
/// <param name="Sampled">Those the groups were found by; the others joined the nearest.</param>
/// <param name="Silhouette">How well the sampled lie in their groups, -1 to 1 (Rousseeuw 1987); 0 for a single group.</param>
/// <param name="Groups">The largest first.</param>
/// <param name="GroupOfRow">For each row of the index the number of its group; 0 for none.</param>
public sealed record MoodGroups(int Known, int Sampled, double Silhouette, IReadOnlyList<MoodGroup> Groups, IReadOnlyList<byte> GroupOfRow);
