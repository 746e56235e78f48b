using MoodDeck.Vision.Reading;

namespace MoodDeck.Vision.Live;

/// <summary>What is remembered of a face from frame to frame: numbers and a label, nothing of its picture.</summary>
internal sealed class FollowedFace(LiveReaderOptions options)
{
    public SteadyLabel Label { get; } = new(options.Label);

    public SteadyAdvice Advice { get; } = new();

    /// <summary>When it was last among the faces that are followed.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What was last read of it, shown while a gap is bridged.</summary>
    public FaceReading? Last { get; set; }
}
