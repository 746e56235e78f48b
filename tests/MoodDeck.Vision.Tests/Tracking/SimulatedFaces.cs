using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Tracking;

namespace MoodDeck.Vision.Tests.Tracking;

/// <summary>Faces that move by rule before a detector whose boxes tremble, and what a tracker makes of them.</summary>
internal sealed class SimulatedFaces(FaceTrackerOptions? options = null, double framesPerSecond = 15, int seed = 1)
{
    private readonly Random _random = new(seed);

    public FaceTracker Tracker { get; } = new(options);

    public double Seconds { get; private set; }

    /// <summary>The next frame, in which these faces are found.</summary>
    public IReadOnlyList<TrackedFace> Next(params FaceBox[] faces)
    {
        Seconds += 1 / framesPerSecond;
        return Tracker.Update([.. faces.Select(f => new DetectedFace(f, 0.9))], DateTimeOffset.UnixEpoch.AddSeconds(Seconds));
    }

    /// <summary>A box with errors of this deviation, in pixels, on its centre and sides.</summary>
    public FaceBox Trembling(FaceBox box, double deviation) =>
        Box(box.CentreX + (deviation * Normal()), box.CentreY + (deviation * Normal()), box.Width + (deviation * Normal()), box.Height + (deviation * Normal()));

    public static FaceBox Box(double centreX, double centreY, double width = 100, double height = 120) => new(centreX - (width / 2), centreY - (height / 2), width, height);

    // Box and Muller (1958).
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(Math.Tau * _random.NextDouble());
}
