namespace MoodDeck.Cli.Bench.Live;

/// <summary>How long the faces are shown, on the scene's own clock.</summary>
/// <param name="WatchedSeconds">How long the first face is watched, held still.</param>
/// <param name="FramesPerSecond">Frames a second.</param>
internal sealed record LiveTrialTimes(double WatchedSeconds, double FramesPerSecond)
{
    private const double SettlingSeconds = 2;

    /// <summary>How long the second face is shown; a label that has not followed by then never does.</summary>
    public const double SwitchedSeconds = 5;

    /// <summary>Frames in which a change of label does not count yet.</summary>
    public int SettlingFrames => (int)Math.Round(SettlingSeconds * FramesPerSecond);

    /// <summary>Frames of the first face, settling included.</summary>
    public int StillFrames => SettlingFrames + Math.Max(1, (int)Math.Round(WatchedSeconds * FramesPerSecond));

    /// <summary>Frames of the second face.</summary>
    public int SwitchedFrames => (int)Math.Round(SwitchedSeconds * FramesPerSecond);
}
