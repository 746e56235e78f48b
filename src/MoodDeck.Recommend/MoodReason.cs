using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Ranking;
using MoodDeck.Recommend.Remarks;

namespace MoodDeck.Recommend;

/// <summary>Says how the mood of a track fits its place.</summary>
internal sealed class MoodReason(TrackIndex index, RecommendationRequest request, RankingSum sum)
{
    // A step along one axis that a listener would notice.
    private const double Step = 0.05;
    private const double LargeStep = 0.4;
    private const double AtTheMood = 0.30;

    private bool NoMood => request is { Target: null, From: null };

    /// <summary>The remark on the row at a place, given the row before it.</summary>
    public Remark Of(int row, int? before, int place)
    {
        var (mood, wanted) = (index.MoodOf(row), sum.WantedAt(place));
        if (!mood.IsKnown) return Remark.Of("reason.moodUnknown");
        var label = NamedMoods.Nearest(mood.Mean).Name;
        var near = Distance(mood.Mean, wanted) < AtTheMood;
        if (sum.Path.Walks && place == 0 && request.Done == 0 && !NoMood && near) return OfMood("reason.startsHere", label);
        if (before is { } last && index.MoodOf(last) is { IsKnown: true } from && StepReason(mood.Mean - from.Mean) is { } step) return Remark.Of(step);
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

    private string Whose() => request.Strategy switch
    {
        Strategy.Hold => "held",
        Strategy.Lift => "onTheWay",
        Strategy.Calm or Strategy.Energise => "goal",
        _ => sum.Leans ? "led" : "asked",
    };

    private string? StepReason(Vad step) => request.Strategy switch
    {
        Strategy.Lift when sum.Path.Walks && step.Valence >= LargeStep => "reason.muchBrighter",
        Strategy.Lift when sum.Path.Walks && step.Valence >= Step => "reason.brighter",
        Strategy.Calm when sum.Path.Walks && step.Arousal <= -LargeStep => "reason.muchCalmer",
        Strategy.Calm when sum.Path.Walks && step.Arousal <= -Step => "reason.calmer",
        Strategy.Energise when sum.Path.Walks && step.Arousal >= LargeStep => "reason.muchLivelier",
        Strategy.Energise when sum.Path.Walks && step.Arousal >= Step => "reason.livelier",
        _ => null,
    };

    private static double Distance(Vad a, Vad b) => (a with { Dominance = 0 }).DistanceTo(b with { Dominance = 0 });
}
