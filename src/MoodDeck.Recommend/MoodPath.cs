using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend;

/// <summary>Which mood a strategy wants at each place of the queue.</summary>
/// <param name="Start">The mood at the first place.</param>
/// <param name="End">The mood at the last place; the effective target.</param>
internal readonly record struct MoodPath(VadGaussian Start, VadGaussian End)
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
        return request.Strategy switch
        {
            Strategy.Lift => Lift(start ?? target, request.From is null ? null : request.Target),
            Strategy.Calm => Towards(Rest, start, given, target, (mean, goal) => mean with { Arousal = Math.Min(mean.Arousal, goal.Arousal) }),
            Strategy.Energise => Towards(Energy, start, given, target, (mean, goal) => mean with { Arousal = Math.Max(mean.Arousal, goal.Arousal) }),
            Strategy.Focus => Still(target with { Mean = given is null ? NamedMoods.Find("focused")!.Centre : Undistracting(target.Mean) }),
            _ => Still(target),
        };
    }

    /// <summary>The mood wanted at one place of a queue of <paramref name="length"/>; a queue of one stands half way.</summary>
    public VadGaussian At(int place, int length)
    {
        var t = length > 1 ? place / (length - 1.0) : 0.5;
        return Start with { Mean = Vad.Lerp(Start.Mean, End.Mean, t) };
    }

    private static MoodPath Still(VadGaussian target) => new(target, target);

    private static MoodPath Lift(VadGaussian start, VadGaussian? goal)
    {
        if (goal is { } chosen && chosen.Mean.Valence > start.Mean.Valence) return new(start, start with { Mean = chosen.Mean });
        var mean = Vad.Lerp(start.Mean, Bright, Reach);
        return new(start, start with { Mean = mean with { Valence = Math.Max(mean.Valence, start.Mean.Valence) } });
    }

    private static MoodPath Towards(Vad goal, VadGaussian? start, VadGaussian? given, VadGaussian target, Func<Vad, Vad, Vad> neverBack)
    {
        // Who is past the goal already stays there: calm never wakes, energise never slows down.
        var mean = given is null ? goal : neverBack(Vad.Lerp(target.Mean, goal, Reach), target.Mean);
        var end = target with { Mean = mean };
        return new(start ?? end, end);
    }

    // The nearest point of the region in which music does not distract: little to moderate arousal, mildly pleasant.
    private static Vad Undistracting(Vad mood) => new(
        Math.Clamp(mood.Valence, .10, .40), Math.Clamp(mood.Arousal, -.30, .20), Math.Clamp(mood.Dominance, .10, .40));
}
