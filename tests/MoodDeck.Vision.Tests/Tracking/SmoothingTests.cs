using MoodDeck.Vision.Faces;
using static MoodDeck.Vision.Tests.Tracking.SimulatedFaces;

namespace MoodDeck.Vision.Tests.Tracking;

public sealed class SmoothingTests
{
    [Fact]
    public void Update_StillFaceBeforeATremblingDetector_TremblesASixthAsMuch()
    {
        SimulatedFaces faces = new(framesPerSecond: 15);
        List<FaceBox> found = [], shown = [];
        for (var i = 0; i < 600; i++)
        {
            found.Add(faces.Trembling(Box(320, 240), 2));
            shown.Add(faces.Next(found[^1])[0].Box);
        }

        var (before, after) = (Tremble(found), Tremble(shown));
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"tremble: {before:0.00} px before, {after:0.00} px after"));
        Assert.InRange(after, 0, before / 6);
    }

    [Theory]
    [InlineData(0.5, 0.10)]
    [InlineData(2, 0.15)]
    public void Update_FaceThatMoves_IsFollowedClosely(double faceWidthsPerSecond, double mostLag)
    {
        SimulatedFaces faces = new(framesPerSecond: 15);
        for (var i = 0; i < 30; i++) faces.Next(faces.Trembling(Box(100, 240), 2));
        var start = faces.Seconds;
        double lag = 0;
        for (var i = 0; i < 15; i++)
        {
            var truth = Box(100 + (100 * faceWidthsPerSecond * (faces.Seconds + (1 / 15.0) - start)), 240);
            lag = Math.Max(lag, Math.Abs(faces.Next(faces.Trembling(truth, 2))[0].Box.CentreX - truth.CentreX) / 100);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"lag at {faceWidthsPerSecond} face widths a second: {lag:0.000} face widths"));
        Assert.InRange(lag, 0, mostLag);
    }

    [Fact]
    public void Update_AnyFrameRate_SmoothsAlike()
    {
        // The same error twice as often, or half as often, must leave a box that wanders about as little.
        double SpreadAt(double framesPerSecond)
        {
            SimulatedFaces faces = new(framesPerSecond: framesPerSecond);
            List<double> centres = [];
            for (var i = 0; i < 60 * framesPerSecond; i++) centres.Add(faces.Next(faces.Trembling(Box(320, 240), 2))[0].Box.CentreX);
            var settled = centres.Skip(centres.Count / 4).ToList();
            var mean = settled.Average();
            return Math.Sqrt(settled.Average(c => (c - mean) * (c - mean)));
        }

        Assert.All((double[])[7.5, 15, 30], fps => Assert.InRange(SpreadAt(fps), 0.2, 1.1));
    }

    // Root mean square of how far the centre jumps from one frame to the next.
    private static double Tremble(List<FaceBox> boxes)
    {
        var jumps = boxes.Zip(boxes.Skip(1), (a, b) => Math.Pow(b.CentreX - a.CentreX, 2) + Math.Pow(b.CentreY - a.CentreY, 2)).Skip(30);
        return Math.Sqrt(jumps.Average());
    }
}
