using MoodDeck.Training.Data;
using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Tests.Metrics;

public sealed class EmotionEvaluationTests
{
    private static readonly EmotionEvaluationOptions Fer2013 = new() { Labels = EmotionLabels.Fer2013, BatchSize = 2 };

    [Fact]
    public void Run_Fer2013_CountsEveryLabelledRow()
    {
        var set = Set([(0, 0, null), (1, 1, null), (2, 3, null), (FaceImageSet.NoLabel, 0, null)]);

        var report = Run(set, Fer2013);

        Assert.Equal("fer2013", report.Task);
        Assert.Equal((3, 2), (report.Figures.Samples, report.Figures.Correct));
        Assert.Equal([0, 1, 2], report.Answers.Select(a => a.Row));
        Assert.Equal("angry", report.Figures.PerClass[0].Label);
        Assert.True(report.ImagesPerSecond > 0);
    }

    [Theory]
    [InlineData(FerPlusProtocol.Strict, 1)]
    [InlineData(FerPlusProtocol.Plurality, 2)]
    public void Run_FerPlus_KeepsWhatTheProtocolKeeps(FerPlusProtocol protocol, int samples)
    {
        var set = Set([(0, 0, [8, 2, 0, 0, 0, 0, 0, 0, 0, 0]), (0, 1, [4, 4, 2, 0, 0, 0, 0, 0, 0, 0]), (0, 0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 10])]);

        var report = Run(set, new EmotionEvaluationOptions { Protocol = protocol });

        Assert.Equal(("ferplus", samples, 1), (report.Task, report.Figures.Samples, report.Figures.Correct));
    }

    [Fact]
    public void Run_TwoClasses_TakesOnlyTheirRowsAndAnswers()
    {
        // The second row's first choice takes no part; among the two, its answer is what the model likes next.
        var set = Set([(3, 3, null), (4, 6, null), (6, 6, null)]);

        var report = Run(set, Fer2013 with { Classes = ["Sadness", "happy"] });

        Assert.Equal(["happy", "sad"], report.ClassNames);
        Assert.Equal([new(0, 0, 0, report.Answers[0].Confidence), new(1, 1, 0, 0.5)], report.Answers);
    }

    [Fact]
    public void Run_Usage_TakesOnlyItsRows()
    {
        var set = Set([(0, 0, null), (1, 1, null)], ["Training", "PublicTest"]);

        Assert.Equal([1], Run(set, Fer2013 with { Usage = "publictest" }).Answers.Select(a => a.Row));
    }

    [Fact]
    public void Without_Rows_LeavesThemOut()
    {
        var report = Run(Set([(0, 0, null), (1, 1, null), (2, 3, null)]), Fer2013).Without([2]);

        Assert.Equal((2, 1.0), (report.Figures.Samples, report.Figures.Accuracy));
    }

    [Fact]
    public void Run_UnknownClass_NamesTheKnown()
    {
        var e = Assert.Throws<ArgumentException>(() => Run(Set([(0, 0, null)]), Fer2013 with { Classes = ["happy", "joy"] }));

        Assert.Equal("There is no class \"joy\"; there are: angry, disgust, fear, happy, sad, surprise, neutral.", e.Message);
    }

    [Fact]
    public void Run_ContemptInFer2013_IsUnknownThere() =>
        Assert.Throws<ArgumentException>(() => Run(Set([(0, 0, null)]), Fer2013 with { Classes = ["happy", "contempt"] }));

    [Fact]
    public void Run_FerPlusWithoutVotes_SaysSo() =>
        Assert.Contains("without FER+ votes", Assert.Throws<InvalidOperationException>(() => Run(Set([(0, 0, null)]), new EmotionEvaluationOptions())).Message, StringComparison.Ordinal);

    [Fact]
    public void Run_NoRowLeft_SaysWhatToCheck() =>
        Assert.Contains("Check usage, protocol and classes", Assert.Throws<ArgumentException>(() => Run(Set([(FaceImageSet.NoLabel, 0, null)]), Fer2013)).Message, StringComparison.Ordinal);

    private static EmotionReport Run(FaceImageSet set, EmotionEvaluationOptions options) => EmotionEvaluation.Run(set, FirstPixelAnswers, options, TimeProvider.System);

    // The first pixel names the class, the second how surely.
    private static void FirstPixelAnswers(ReadOnlySpan<float> faces, int count, Span<float> logits)
    {
        logits.Clear();
        var classes = logits.Length / count;
        for (var i = 0; i < count; i++)
        {
            var face = faces.Slice(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength);
            logits[(i * classes) + (int)face[0]] = face[1];
        }
    }

    private static FaceImageSet Set(IReadOnlyList<(byte Label, byte Answer, byte[]? Votes)> rows, string[]? usages = null)
    {
        var pixels = new byte[rows.Count * FaceImageSet.ImageLength];
        for (var i = 0; i < rows.Count; i++) (pixels[i * FaceImageSet.ImageLength], pixels[(i * FaceImageSet.ImageLength) + 1]) = (rows[i].Answer, 4);
        var set = new FaceImageSet
        {
            Pixels = pixels,
            Labels = [.. rows.Select(r => r.Label)],
            Usages = [.. rows.Select((_, i) => (byte)(usages is null ? 0 : i))],
            UsageNames = usages ?? ["Training"],
            SourceRows = [.. Enumerable.Range(0, rows.Count)],
            SourceRowCount = rows.Count,
            Bad = new BadRows(),
        };
        return rows[0].Votes is null ? set : set.WithVotes([.. rows.SelectMany(r => r.Votes!)]);
    }
}
