using MoodDeck.Core.Mood;
using MoodDeck.Vision.Tracking;

namespace MoodDeck.Vision.Live;

/// <summary>How a camera is read.</summary>
public sealed record LiveReaderOptions
{
    /// <summary>How faces are followed.</summary>
    public FaceTrackerOptions Tracker { get; init; } = new();

    /// <summary>When a label changes.</summary>
    public SteadyLabelOptions Label { get; init; } = new();

    /// <summary>How the mood is smoothed.</summary>
    public MoodFusionOptions Mood { get; init; } = new();

    /// <summary>Checks every part.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        Tracker.Validate();
        Label.Validate();
    }
}
