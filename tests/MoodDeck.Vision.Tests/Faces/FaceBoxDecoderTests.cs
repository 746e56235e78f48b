using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision.Tests.Faces;

public sealed class FaceBoxDecoderTests
{
    // A map of 3 x 2 cells; the cell (row 1, col 2) is the last.
    private const int Columns = 3, Rows = 2, Cells = Columns * Rows;

    [Fact]
    public void Decode_OneCell_FollowsTheFormula()
    {
        var (scores, offsets) = Empty();
        scores[5] = 1;
        (offsets[5], offsets[Cells + 5], offsets[(2 * Cells) + 5], offsets[(3 * Cells) + 5]) = (0.25f, -0.5f, 0, MathF.Log(2));
        var face = Assert.Single(Decode(scores, offsets));
        Assert.Equal(1 / (1 + Math.Exp(-1)), face.Score, 1e-6);
        Assert.Equal((2 + 0.5 + 0.25) * 8, face.Box.CentreX, 1e-4);
        Assert.Equal((1 + 0.5 - 0.5) * 8, face.Box.CentreY, 1e-4);
        Assert.Equal(4 * 8, face.Box.Width, 1e-4);
        Assert.Equal(4 * 8 * 2, face.Box.Height, 1e-4);
    }

    [Fact]
    public void Decode_UnderTheThreshold_IsNoFace()
    {
        var (scores, offsets) = Empty();
        scores[0] = (float)Math.Log(0.59 / 0.41);
        scores[1] = (float)Math.Log(0.61 / 0.39);
        Assert.Equal(0.61, Assert.Single(Decode(scores, offsets, threshold: 0.6)).Score, 1e-5);
    }

    [Fact]
    public void Decode_NotNumbers_AreSkipped()
    {
        var (scores, offsets) = Empty();
        (scores[0], scores[1], scores[2]) = (float.NaN, 5, 5);
        offsets[1] = float.PositiveInfinity;
        offsets[(2 * Cells) + 2] = 1000;
        Assert.True(double.IsFinite(Assert.Single(Decode(scores, offsets)).Box.Width));
    }

    [Fact]
    public void Decode_MapsOfAnotherSize_Throws()
    {
        Assert.Throws<ArgumentException>(() => Decode(new float[5], new float[4 * Cells]));
        Assert.Throws<ArgumentException>(() => Decode(new float[Cells], new float[Cells]));
    }

    private static (float[] Scores, float[] Offsets) Empty() => ([.. Enumerable.Repeat(-20f, Cells)], new float[4 * Cells]);

    private static List<DetectedFace> Decode(float[] scores, float[] offsets, double threshold = 0.5)
    {
        List<DetectedFace> faces = [];
        new FaceBoxDecoder(4, threshold).Decode(8, Columns, Rows, scores, offsets, faces);
        return faces;
    }
}
