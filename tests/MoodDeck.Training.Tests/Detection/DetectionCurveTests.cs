using MoodDeck.Training.Detection;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Tests.Detection;

public sealed class DetectionCurveTests
{
    private static readonly FaceBox A = new(0, 0, 40, 40);
    private static readonly FaceBox B = new(100, 0, 40, 40);
    private static readonly FaceBox Nothing = new(300, 300, 40, 40);

    // A found twice, B found later, something else last: hit, false alarm, hit, false alarm.
    private static readonly DetectionResult Twice = new("x", [A, B], [new(A, 0.9), new(A, 0.8), new(B, 0.7), new(Nothing, 0.6)]);

    [Fact]
    public void At_Threshold_CountsHitsAndFalseAlarms()
    {
        var report = new DetectionCurve([Twice]).At(0.65);

        Assert.Equal((1, 2, 2, 1), (report.Images, report.Faces, report.Hits, report.FalseAlarms));
        Assert.Equal((1.0, 2 / 3.0), (report.Recall, report.Precision));
        Assert.Equal(0.8, report.F1, 1e-9);
    }

    [Fact]
    public void At_AnyThreshold_GivesTheSameAveragePrecision()
    {
        // Recall 0.5 at precision 1, recall 1 at precision 2/3.
        Assert.Equal(0.5 + (0.5 * 2 / 3), new DetectionCurve([Twice]).At(0.99).AveragePrecision, 1e-9);
    }

    [Theory]
    [InlineData(0.9, 0.9)]
    [InlineData(0.6, 0.7)]
    public void ThresholdForPrecision_Least_TakesTheMostRecall(double least, double expected) =>
        Assert.Equal(expected, new DetectionCurve([Twice]).ThresholdForPrecision(least));

    [Fact]
    public void ThresholdForPrecision_OutOfReach_TakesTheBestPrecision()
    {
        DetectionResult result = new("x", [A], [new(Nothing, 0.9), new(A, 0.8), new(Nothing, 0.7)]);

        Assert.Equal(0.8, new DetectionCurve([result]).ThresholdForPrecision(0.95));
    }

    [Fact]
    public void ThresholdForPrecision_SameScores_StandTogether()
    {
        DetectionResult result = new("x", [A], [new(A, 0.8), new(Nothing, 0.8)]);

        var curve = new DetectionCurve([result]);

        Assert.Equal((1, 1), (curve.At(curve.ThresholdForPrecision(0.5)).Hits, curve.At(curve.ThresholdForPrecision(0.5)).FalseAlarms));
    }

    [Fact]
    public void At_FacesUnderTwentyPixels_AreNeitherHitsNorMisses()
    {
        FaceBox small = new(200, 0, 19, 19.9);
        DetectionResult result = new("x", [A, small], [new(A, 0.9), new(small, 0.8), new(small, 0.7)]);

        var report = new DetectionCurve([result]).At(0.5);

        Assert.Equal((1, 1, 0), (report.Faces, report.Hits, report.FalseAlarms));
        Assert.Equal(1, report.AveragePrecision);
    }

    [Fact]
    public void At_OverlapUnderHalf_IsAFalseAlarmAndAMiss()
    {
        DetectionResult result = new("x", [A], [new(A with { X = 20 }, 0.9)]);

        var report = new DetectionCurve([result]).At(0.5);

        Assert.Equal((0, 1), (report.Hits, report.FalseAlarms));
    }

    [Fact]
    public void At_TwoFacesInReach_TakesTheOneItOverlapsMost()
    {
        FaceBox left = new(0, 0, 40, 40), right = new(10, 0, 40, 40);
        // The surer one lies nearer to the right face; were it to take the left one, the other would be left over.
        DetectionResult result = new("x", [left, right], [new(new FaceBox(8, 0, 40, 40), 0.9), new(new FaceBox(-11, 0, 40, 40), 0.8)]);

        Assert.Equal(2, new DetectionCurve([result]).At(0.5).Hits);
    }

    [Fact]
    public void At_SeveralSources_TellsThemApart()
    {
        DetectionResult free = new("street", [], [new(Nothing, 0.9)]);
        DetectionResult missed = new("crowd", [A], []);

        var report = new DetectionCurve([Twice, free, missed]).At(0.65);

        Assert.Equal([new("crowd", 1, 0, 0), new("street", 0, 0, 1), new("x", 2, 2, 1)], report.BySource);
    }

    [Fact]
    public void At_NothingFound_HasNoPrecisionToLose()
    {
        var report = new DetectionCurve([new DetectionResult("x", [A], [])]).At(0.5);

        Assert.Equal((0.0, 1.0, 0.0, 0.0), (report.Recall, report.Precision, report.F1, report.AveragePrecision));
    }
}
