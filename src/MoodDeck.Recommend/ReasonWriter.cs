using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Remarks;

namespace MoodDeck.Recommend;

/// <summary>Says in a remark or two why a track stands where it stands. Every one is true of that track.</summary>
internal sealed class ReasonWriter(TrackIndex index, RecommendationRequest request, MoodPath path)
{
    // A step along one axis that a listener would notice.
    private const double Step = 0.05;
    private const double LargeStep = 0.4;
    private const double AtTheMood = 0.30;

    /// <summary>One or two reasons for the row at a place, given the row before it.</summary>
    public IReadOnlyList<Remark> Write(int row, int? before, int place, int length)
    {
        var mood = MoodReason(index.MoodOf(row), before is { } b ? index.MoodOf(b) : null, path.At(place, length).Mean, place);
        var other = index.IsPlayable(row) ? Remark.Of("reason.playsHere") : FilterReason(row);
        return other is null ? [mood] : [mood, other];
    }

    private Remark MoodReason(TrackMood mood, TrackMood? before, Vad wanted, int place)
    {
        if (!mood.IsKnown) return Remark.Of("reason.moodUnknown");
        var label = NamedMoods.Nearest(mood.Mean).Name;
        var near = Distance(mood.Mean, wanted) < AtTheMood;
        if (path.Walks && place == 0 && !NoMood && near) return OfMood("reason.startsHere", label);
        if (before is { } last && last.IsKnown && StepReason(mood.Mean - last.Mean) is { } step) return Remark.Of(step);
        if (request.Strategy == Strategy.Focus) return OfMood(FocusReason(near, mood.Mean.Arousal > wanted.Arousal), label);
        if (NoMood && request.Strategy is Strategy.Match or Strategy.Hold) return OfMood("reason.noMood", label);
        var wantedLabel = NamedMoods.Nearest(wanted).Name;
        return label == wantedLabel
            ? OfMood($"reason.{(near ? "like" : "alike")}.{Whose()}", label)
            : Remark.Of($"reason.{(near ? "near" : "far")}.{Whose()}", ("mood", label), ("wanted", wantedLabel));
    }

    private static Remark OfMood(string code, string label) => Remark.Of(code, ("mood", label));

    private static string FocusReason(bool near, bool livelier) => (near, livelier) switch
    {
        (true, _) => "reason.focus.fits",
        (false, true) => "reason.focus.lively",
        _ => "reason.focus.far",
    };

    private bool NoMood => request is { Target: null, From: null };

    private string Whose() => request.Strategy switch
    {
        Strategy.Hold => "held",
        Strategy.Lift => "onTheWay",
        Strategy.Calm or Strategy.Energise => "goal",
        _ => "asked",
    };

    private string? StepReason(Vad step) => request.Strategy switch
    {
        Strategy.Lift when path.Walks && step.Valence >= LargeStep => "reason.muchBrighter",
        Strategy.Lift when path.Walks && step.Valence >= Step => "reason.brighter",
        Strategy.Calm when path.Walks && step.Arousal <= -LargeStep => "reason.muchCalmer",
        Strategy.Calm when path.Walks && step.Arousal <= -Step => "reason.calmer",
        Strategy.Energise when path.Walks && step.Arousal >= LargeStep => "reason.muchLivelier",
        Strategy.Energise when path.Walks && step.Arousal >= Step => "reason.livelier",
        _ => null,
    };

    private Remark? FilterReason(int row)
    {
        var language = index.Languages.ValueOf(index.Languages[row]);
        if (request.Strategy == Strategy.Focus && language == MusicLanguages.WithoutWords) return Remark.Of("reason.noWords");
        if (request.Artists.Count > 0) return Remark.Of("reason.artist", ("artist", index.Artists.ValueOf(index.Artists[row])));
        if (request.Languages.Count > 0)
            return language == MusicLanguages.WithoutWords ? Remark.Of("reason.withoutWords") : Remark.Of("reason.language", ("language", language));
        return request.Genres.Count > 0 ? Remark.Of("reason.genre", ("genre", index.Genres.ValueOf(index.Genres[row]))) : null;
    }

    private static double Distance(Vad a, Vad b) => (a with { Dominance = 0 }).DistanceTo(b with { Dominance = 0 });
}
