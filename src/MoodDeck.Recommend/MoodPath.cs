using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend;

/// <summary>Which mood a strategy wants at each place of the queue.</summary>
/// <param name="Start">The mood at the first place.</param>
/// <param name="End">The mood at the last place; the effective target.</param>
/// <param name="Length">In how many songs the way is gone; the queue stays at its end from there on.</param>
/// <param name="Done">How many of these are behind the listener already.</param>
internal readonly record struct MoodPath(VadGaussian Start, VadGaussian End, int Length, int Done)
{
    // Editorial places: between happy and content; between calm and serene; between energetic and excited.
    private static readonly Vad Bright = new(.70, .30, .35);
    private static readonly Vad Rest = new(.20, -.65, .10);
    private static readonly Vad Energy = new(.35, .65, .40);

    // How much of the way to such a place a queue goes.
    private const double Reach = 0.7;

    /// <summary>Whether the mood changes along the queue.</summary>
    public bool Walks => Start != End;

    /// <summary>The path of a request; without any mood, from a wide neutral one.</summary>
    public static MoodPath Of(RecommendationRequest request)
    {
        var given = request.Target ?? (request.From is { } from ? MoodTarget.Of(from) : (VadGaussian?)null);
        var target = given ?? new VadGaussian(Vad.Neutral, VadCovariance.Isotropic(0.25));
        var start = request.From is { } place ? new VadGaussian(place.Clamp(), target.Covariance) : (VadGaussian?)null;
        var path = request.Strategy switch
        {
            Strategy.Lift => Lift(start ?? target, request.From is null ? null : request.Target),
            Strategy.Calm => Towards(Rest, start, given, target, (mean, goal) => mean with { Arousal = Math.Min(mean.Arousal, goal.Arousal) }),
            Strategy.Energise => Towards(Energy, start, given, target, (mean, goal) => mean with { Arousal = Math.Max(mean.Arousal, goal.Arousal) }),
            Strategy.Focus => Still(target with { Mean = given is null ? NamedMoods.Find("focused")!.Centre : Undistracting(target.Mean) }),
            _ => Still(target),
        };
        return path with { Length = request.Length ?? request.Limit, Done = request.Length is { } length ? Math.Min(request.Done, length) : 0 };
    }

    /// <summary>A way that stays where it is.</summary>
    public static MoodPath Still(VadGaussian target) => new(target, target, 1, 0);

    /// <summary>The mood wanted at a place of the queue.</summary>
    public VadGaussian At(int place) => Start with { Mean = Vad.Lerp(Start.Mean, End.Mean, ShareAt(place)) };

    /// <summary>How much of the way is gone at a place of the queue, in even steps; a way of one song stands half way.</summary>
    public double ShareAt(int place) => Length > 1 ? Math.Min(1, (Done + place) / (Length - 1.0)) : 0.5;

    /// <summary>How long the way is on valence and arousal, in axis units.</summary>
    public double DistanceOnPlane => ((End.Mean - Start.Mean) with { Dominance = 0 }).DistanceTo(Vad.Neutral);

    /// <summary>How far along the way a mood lies: 0 at its start, 1 at its end, beyond that more or less.</summary>
    public double ShareOf(Vad mood)
    {
        var way = (End.Mean - Start.Mean) with { Dominance = 0 };
        var gone = mood - Start.Mean;
        return ((gone.Valence * way.Valence) + (gone.Arousal * way.Arousal)) / Math.Max(1e-12, (way.Valence * way.Valence) + (way.Arousal * way.Arousal));
    }

    private static MoodPath Lift(VadGaussian start, VadGaussian? goal)
    {
        if (goal is { } chosen && chosen.Mean.Valence > start.Mean.Valence) return new(start, start with { Mean = chosen.Mean }, 1, 0);
        var mean = Vad.Lerp(start.Mean, Bright, Reach);
        return new(start, start with { Mean = mean with { Valence = Math.Max(mean.Valence, start.Mean.Valence) } }, 1, 0);
    }

    private static MoodPath Towards(Vad goal, VadGaussian? start, VadGaussian? given, VadGaussian target, Func<Vad, Vad, Vad> neverBack)
    {
        // Who is past the goal already stays there: calm never wakes, energise never slows down.
        var mean = given is null ? goal : neverBack(Vad.Lerp(target.Mean, goal, Reach), target.Mean);
        var end = target with { Mean = mean };
        return new(start ?? end, end, 1, 0);
    }

    // The nearest point of the region in which music does not distract: little to moderate arousal, mildly pleasant.
    private static Vad Undistracting(Vad mood) => new(
        Math.Clamp(mood.Valence, .10, .40), Math.Clamp(mood.Arousal, -.30, .20), Math.Clamp(mood.Dominance, .10, .40));
}
