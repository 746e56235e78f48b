using MoodDeck.Training.Data;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Resampling;
using MoodDeck.Training.Tests.Data;

namespace MoodDeck.Training.Tests.Resampling;

public sealed class PictureSmoteTests
{
    [Fact]
    public void Generate_RareClass_IsFilledUpFromTrainingRowsAlone()
    {
        var set = FaceRows.Set([(3, 1, "Training"), (3, 2, "Training"), (3, 3, "Training"), (1, 4, "Training"), (1, 5, "Training"), (1, 6, "PublicTest")]);

        var synthetic = Run(set, [0, 1, 2, 3, 4], [0, 0, 0, 1, 1], [3, 3]);

        Assert.Equal([1], synthetic.Labels);
        Assert.Equal("Training", synthetic.UsageOf(0));
        Assert.Equal("line 5 + line 6", string.Join(" + ", synthetic.NameOf(0).Split(" + ").Order()));
        AssertBetween(set, 3, 4, synthetic.Image(0));
    }

    [Fact]
    public void Generate_AppendedToTheSet_StandsBehindIt()
    {
        var set = FaceRows.Set([(3, 1, "Training"), (3, 2, "Training"), (1, 4, "Training")]);

        var all = FaceImageSet.Concat([set, Run(set, [0, 1, 2], [0, 0, 1], [2, 2])]);

        Assert.Equal([3, 3, 1, 1], all.Labels);
        Assert.Equal(set.Image(2), all.Image(3)); // the only one of its class
        Assert.Equal(PictureSmote.Origin, all.SourceOf(3));
    }

    [Fact]
    public void Generate_VotesAndVad_AreMixedAndUnknownStaysUnknown()
    {
        var plain = FaceRows.Set([(1, 1, "Training"), (1, 2, "Training"), (3, 3, "Training"), (5, 4, "Training")]);
        byte[] votes = [0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, .. new byte[10], 10, .. new byte[9]];
        float[] vad = [0.5f, 0, 1, -0.5f, 0, 1, float.NaN, 0, 0, 0, 0, 0];
        FaceImageSet set = new()
        {
            Pixels = plain.Pixels, Labels = plain.Labels, Usages = plain.Usages, UsageNames = plain.UsageNames, SourceRows = plain.SourceRows,
            SourceRowCount = plain.SourceRowCount, Bad = plain.Bad, Votes = votes, Vad = vad,
        };

        var synthetic = Run(set, [0, 1, 2, 3], [0, 0, 1, 1], [3, 3]);

        Assert.Equal([1, FaceImageSet.NoLabel], synthetic.Labels);
        Assert.Equal(10, synthetic.VotesOf(0)[2] + synthetic.VotesOf(0)[3]);
        Assert.True(synthetic.VotesOf(0)[2] is > 0 and < 10);
        Assert.Equal(synthetic.VotesOf(0)[2] / 10.0, synthetic.VadOf(0)[0] + 0.5, 0.051);
        Assert.Equal(new byte[10], synthetic.VotesOf(1));
        Assert.True(float.IsNaN(synthetic.VadOf(1)[0]));
    }

    private static FaceImageSet Run(FaceImageSet set, int[] rows, int[] labels, int[] wanted)
    {
        using var pool = new WorkerPool(1);
        return PictureSmote.Generate(set, rows, labels, wanted, Smote.DefaultNeighbours, 1, pool);
    }

    private static void AssertBetween(FaceImageSet set, int a, int b, ReadOnlySpan<byte> picture)
    {
        for (var i = 0; i < picture.Length; i++)
        {
            var (x, y) = (set.Image(a)[i], set.Image(b)[i]);
            Assert.InRange(picture[i], Math.Min(x, y), Math.Max(x, y));
        }
    }
}
