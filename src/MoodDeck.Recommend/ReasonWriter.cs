using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend;

/// <summary>Says in a sentence or two why a track stands where it stands. Every sentence is true of that track.</summary>
internal sealed class ReasonWriter(TrackIndex index, RecommendationRequest request, MoodPath path)
{
    // A step along one axis that a listener would notice.
    private const double Step = 0.05;
    private const double LargeStep = 0.4;
    private const double AtTheMood = 0.30;
    // Beyond this spread the mean says little; just under what an unknown mood has.
    private const double Guess = 0.5;

    /// <summary>One or two reasons for the row at a place, given the row before it.</summary>
    public IReadOnlyList<string> Write(int row, int? before, int place, int length)
    {
        var mood = MoodReason(index.MoodOf(row), before is { } b ? index.MoodOf(b) : null, path.At(place, length).Mean, place);
        var other = index.IsPlayable(row) ? "You can hear it here and now" : FilterReason(row);
        return other is null ? [mood] : [mood, other];
    }

    private string MoodReason(TrackMood mood, TrackMood? before, Vad wanted, int place)
    {
        if (IsGuess(mood)) return "Its mood is not known yet";
        var label = NamedMoods.Nearest(mood.Mean).Name;
        if (path.Walks && place == 0 && !NoMood && Distance(mood.Mean, wanted) < AtTheMood) return $"Starts where you are: {label}";
        if (before is { } last && !IsGuess(last) && StepReason(mood.Mean - last.Mean) is { } step) return step;
        var near = Distance(mood.Mean, wanted) < AtTheMood;
        if (request.Strategy == Strategy.Focus) return FocusReason(label, near, mood.Mean.Arousal > wanted.Arousal);
        if (NoMood && request.Strategy is Strategy.Match or Strategy.Hold) return $"{Capital(label)}; no mood was asked for";
        var wantedLabel = NamedMoods.Nearest(wanted).Name;
        return (label == wantedLabel, near) switch
        {
            (true, true) => $"{Capital(label)} like the mood {Whose()}",
            (true, false) => $"{Capital(label)} as well, if not as near the mood {Whose()}",
            (false, true) => $"{Capital(label)}, close to the {wantedLabel} mood {Whose()}",
            _ => $"{Capital(label)}, some way from the {wantedLabel} mood {Whose()}",
        };
    }

    private static string FocusReason(string label, bool near, bool livelier) => (near, livelier) switch
    {
        (true, _) => $"{Capital(label)} and not too lively to focus by",
        (false, true) => $"{Capital(label)}, livelier than focus likes",
        _ => $"{Capital(label)}, some way from where focus is easiest",
    };

    private bool NoMood => request is { Target: null, From: null };

    private string Whose() => request.Strategy switch
    {
        Strategy.Hold => "you hold",
        Strategy.Lift => "on the way up",
        Strategy.Calm or Strategy.Energise => "this leads to",
        _ => "asked for",
    };

    private string? StepReason(Vad step) => request.Strategy switch
    {
        Strategy.Lift when path.Walks && step.Valence >= LargeStep => "Much brighter than the one before",
        Strategy.Lift when path.Walks && step.Valence >= Step => "A shade brighter than the one before",
        Strategy.Calm when path.Walks && step.Arousal <= -LargeStep => "Much calmer than the one before",
        Strategy.Calm when path.Walks && step.Arousal <= -Step => "A little calmer than the one before",
        Strategy.Energise when path.Walks && step.Arousal >= LargeStep => "Much more energy than the one before",
        Strategy.Energise when path.Walks && step.Arousal >= Step => "A little more energy than the one before",
        _ => null,
    };

    private string? FilterReason(int row)
    {
        var language = index.Languages.ValueOf(index.Languages[row]);
        if (request.Strategy == Strategy.Focus && language == MusicLanguages.WithoutWords) return "No words to distract you";
        if (request.Artists.Count > 0) return $"By {index.Artists.ValueOf(index.Artists[row])}, as you asked";
        if (request.Languages.Count > 0)
        {
            return language == MusicLanguages.WithoutWords
                ? "Without words, as you asked"
                : $"Sung in {MusicLanguages.NameOf(language)}, as you asked";
        }

        return request.Genres.Count > 0 ? $"{Capital(index.Genres.ValueOf(index.Genres[row]))}, as you asked" : null;
    }

    private static bool IsGuess(TrackMood mood) => (mood.Sigma.Valence + mood.Sigma.Arousal) / 2 > Guess;

    private static double Distance(Vad a, Vad b) => (a with { Dominance = 0 }).DistanceTo(b with { Dominance = 0 });

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
