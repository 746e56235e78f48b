using MoodDeck.Training.Metrics;
using MoodDeck.Training.Reports;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Tests.Reports;

public sealed class ReportModelTests
{
    [Fact]
    public void FoldFigure_ThreeFolds_GivesMeanAndDeviationOfTheBestEpochs()
    {
        var folds = FoldFigure.Of([Fold(1, 0.5, 0.7), Fold(0, 0.9, 0.2), Fold(1, 0.1, 0.8)]);

        var figure = Assert.Single(folds);
        Assert.Equal([0.7, 0.9, 0.8], figure.Values);
        Assert.Equal(0.8, figure.Mean, 1e-12);
        Assert.Equal(0.1, figure.StandardDeviation!.Value, 1e-12);
    }

    [Fact]
    public void FoldFigure_OneRun_HasNothingToAverage() => Assert.Empty(FoldFigure.Of([Fold(0, 0.5)]));

    [Fact]
    public void Classification_FacesNotFound_CountAsWrong()
    {
        // Four rows of two classes; of the two of class b one is not found.
        EmotionReport answers = new("fer2013", ["a", "b"], [new(0, 0, 0, 0.9), new(1, 0, 1, 0.8), new(2, 1, 1, 0.7), new(3, 1, 0, 0.5)], 100);

        var report = ClassificationReport.Of(answers, new HashSet<int> { 3 });

        Assert.Equal((4, 2, 0.5, 0.75), (report.Samples, report.Correct, report.Accuracy, report.Detected!.Value));
        Assert.Equal([[1, 1], [0, 1]], report.Confusion);
        Assert.Equal(new ClassFigures("b", 0.5, 0.5, 0.5, 2), report.PerClass[1]);
        Assert.Equal(0.5, report.BalancedAccuracy);
    }

    [Fact]
    public void Classification_Threshold_CountsTheUnsure()
    {
        EmotionReport answers = new("ferplus", ["a", "b"], [new(0, 0, 0, 0.9), new(1, 0, 1, 0.8), new(2, 1, 1, 0.7), new(3, 1, 0, 0.5)], 100);

        var report = ClassificationReport.Of(answers, unsure: new(0.7));

        Assert.Equal(0.25, report.Unsure);
        Assert.Equal([1, 2], report.Named.Select(n => n.Said));
        Assert.Equal([1, 1], report.Named.Select(n => n.Right));
        Assert.Equal((0.5, 0.5), (report.Named[1].Precision, report.Named[1].Recall));
        Assert.Equal(2 / 3.0, report.AccuracyWhereSure!.Value, 1e-12);
        Assert.Equal((0.5, 4), (report.Accuracy, report.Samples));
    }

    [Fact]
    public void Mistakes_WrongAnswers_AreTheSurestFirst()
    {
        var set = SampleReports.Set(4);
        EmotionReport answers = new("fer2013", ["a", "b"], [new(0, 0, 1, 0.6), new(1, 0, 1, 0.8), new(2, 1, 1, 0.99), new(3, 1, 0, 0.7)], 100);

        var mistakes = EvaluationReport.Of("x", answers, set, new RowsJudged { Description = "x" }, new() { WorstMistakes = 2 }).Mistakes;

        Assert.Equal([new(set.NameOf(1), "a", "b", 0.8), new(set.NameOf(3), "b", "a", 0.7)], mistakes);
    }

    [Fact]
    public void Warnings_RowsUsedForChoosing_SaySo()
    {
        RowsJudged rows = new() { Description = "x", UsedFor = RowUse.ChoosingEpoch | RowUse.Calibration, CopiesOfTraining = 1, OnlyClasses = ["happy", "sad"] };

        Assert.Collection(
            rows.Warnings,
            w => Assert.StartsWith("The epoch and the calibration were chosen by these very rows", w, StringComparison.Ordinal),
            w => Assert.StartsWith("1 of these rows is an exact copy", w, StringComparison.Ordinal),
            w => Assert.StartsWith("Only rows of the classes happy, sad took part", w, StringComparison.Ordinal));
        Assert.Empty(new RowsJudged { Description = "x" }.Warnings);
    }

    [Fact]
    public void EmotionRows_CopiesAndTrainingRows_AreCounted()
    {
        var set = SampleReports.Set(6);
        set.Image(0).CopyTo(set.Pixels.AsSpan(5 * set.Image(0).Length));
        var data = new MoodDeck.Training.Data.FaceImageSet
        {
            Pixels = set.Pixels, Labels = set.Labels, Usages = [0, 0, 0, 1, 1, 1], UsageNames = ["Training", "PublicTest"],
            SourceRows = set.SourceRows, SourceRowCount = 6, Bad = set.Bad,
        };
        EmotionReport answers = new("fer2013", SampleReports.Seven, [.. Enumerable.Range(2, 4).Select(r => new EmotionAnswer(r, 0, 0, 1))], 1);

        var rows = EmotionRows.Of("x.csv", data, answers, new() { Labels = EmotionLabels.Fer2013 });

        Assert.Equal(1, rows.CopiesOfTraining);
        Assert.StartsWith("1 of these rows has the usage Training", Assert.Single(rows.Cautions), StringComparison.Ordinal);
        Assert.Equal("all rows of x.csv, FER2013's labels", rows.Description);
    }

    [Fact]
    public void Regression_ManyRows_DrawsSomeAndCountsAll()
    {
        float[] truths = [.. Enumerable.Range(0, 4000).Select(i => i / 4000f)];

        var report = RegressionReport.Of("valence", truths, truths);

        Assert.Equal(4000, report.Figures.Samples);
        Assert.InRange(report.Points.Count, 1000, RegressionReport.MostPoints);
    }

    [Fact]
    public void Picture_AnyPixels_SurvivesAsPng()
    {
        byte[] pixels = [.. Enumerable.Range(0, 7 * 5).Select(i => (byte)((i * 53) % 256))];

        var uri = new ReportPicture(7, 5, pixels).ToDataUri();

        var decoded = new ImageDecoder().DecodeGrey(Convert.FromBase64String(uri["data:image/png;base64,".Length..])).Value!;
        Assert.Equal((7, 5), (decoded.Width, decoded.Height));
        Assert.Equal(pixels, decoded.Pixels.ToArray());
    }

    private static TrainingCurve Fold(int best, params double[] values) =>
        new("fold", [.. values.Select((v, i) => new EpochPoint(i + 1, 1, new Dictionary<string, double> { ["accuracy"] = v }, null, 1))], best + 1);
}
