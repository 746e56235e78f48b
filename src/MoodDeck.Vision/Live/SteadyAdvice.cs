using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision.Live;

/// <summary>An advice that stays for a while, so that it can be read and does not flicker.</summary>
internal sealed class SteadyAdvice
{
    private const double ComesAfterSeconds = 0.4;
    private const double GoesAfterSeconds = 0.8;

    private FaceAdvice _next;
    private DateTimeOffset? _since;

    /// <summary>The advice to show.</summary>
    public FaceAdvice Advice { get; private set; }

    /// <summary>Takes in what this frame alone would advise.</summary>
    public void Add(FaceAdvice advice, DateTimeOffset at)
    {
        var first = _since is null;
        if (advice != _next || first) (_next, _since) = (advice, at);
        var wait = Advice == FaceAdvice.None ? ComesAfterSeconds : GoesAfterSeconds;
        if (first || (at - _since!.Value).TotalSeconds >= wait) Advice = advice;
    }
}
