using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Detection;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Tests.Detection;

public sealed class DetectionTargetsTests
{
    private static readonly DetectionGrid Grid = new(192, 160);

    [Fact]
    public void Assign_FaceBetweenTwoMaps_IsLearntOnBothAndNotOnTheThird()
    {
        CanvasFace[] faces = [Face(100, 100, 34, 34)];

        Assert.Equal((9, 16), Counts(Assign(0, faces).Scores));
        Assert.Equal(1, Counts(Assign(1, faces).Scores).Faces);
        Assert.Equal((0, 0), Counts(Assign(2, faces).Scores));
    }

    [Fact]
    public void Assign_FaceJustTooLargeForAMap_LeavesItsCentreOut()
    {
        CanvasFace[] faces = [Face(100, 76, 70, 70)]; // 2.2 times the natural size of stride 8

        Assert.Equal((0, 9), Counts(Assign(0, faces).Scores));
        Assert.Equal(9, Counts(Assign(1, faces).Scores).Faces);
    }

    [Theory]
    [InlineData(12, 12)]
    [InlineData(300, 300)]
    public void Assign_FaceBeyondAllMaps_IsLearntOnTheNearest(double width, double height)
    {
        CanvasFace[] faces = [Face(90, 75, width, height)];

        Assert.Equal([width < 100 ? 0 : 2], Enumerable.Range(0, 3).Where(l => Counts(Assign(l, faces).Scores).Faces > 0));
    }

    [Fact]
    public void Assign_AnyFace_HasOneToNineCellsPerMapThatDecodeToIt()
    {
        var random = FastRandom.For(1, 0, 0);
        for (var n = 0; n < 300; n++)
        {
            var face = Face(random.Between(10, 180), random.Between(10, 150), random.LogBetween(10, 200), random.LogBetween(10, 200));
            var learnt = 0;
            for (var l = 0; l < 3; l++)
            {
                var (scores, offsets) = Assign(l, [face]);
                var cells = Enumerable.Range(0, scores.Length).Where(i => scores[i] == DetectionTargets.Face).ToList();
                learnt += cells.Count;
                Assert.InRange(cells.Count, 0, 9);
                foreach (var cell in cells)
                {
                    var level = Grid.Levels[l];
                    var box = level.Decode(cell / level.Columns, cell % level.Columns, offsets.AsSpan(cell * 4, 4));
                    Assert.True(FaceBox.IntersectionOverUnion(face.Box, box) > 0.999);
                }
            }

            Assert.True(learnt > 0);
        }
    }

    [Fact]
    public void Assign_IgnoreRegion_LeavesItsCellsOutOnEveryMap()
    {
        CanvasFace[] faces = [new(new FaceBox(41, 41, 46, 46), Ignore: true)];

        Assert.Equal([(0, 36), (0, 4), (0, 4)], Enumerable.Range(0, 3).Select(l => Counts(Assign(l, faces).Scores)));
    }

    [Fact]
    public void Assign_FaceInsideAnIgnoreRegion_IsStillLearnt()
    {
        CanvasFace[] faces = [Face(100, 100, 32, 32), new(new FaceBox(60, 60, 80, 80), Ignore: true)];

        Assert.Equal(9, Counts(Assign(0, faces).Scores).Faces);
    }

    [Fact]
    public void Assign_TwoFacesSideBySide_GivesEachCellToTheNearer()
    {
        var level = Grid.Levels[0];
        var (scores, offsets) = Assign(0, [Face(100, 100, 32, 32), Face(116, 100, 32, 32)]);

        Assert.Equal(15, Counts(scores).Faces);
        for (var column = 11; column <= 15; column++)
        {
            var box = level.Decode(12, column, offsets.AsSpan(((12 * level.Columns) + column) * 4, 4));
            Assert.Equal(column <= 13 ? 100 : 116, box.CentreX, 1e-4);
        }
    }

    [Fact]
    public void Assign_NoFace_IsBackgroundEverywhere()
    {
        var (scores, offsets) = Assign(0, []);

        Assert.All(scores, s => Assert.Equal(DetectionTargets.Background, s));
        Assert.All(offsets, o => Assert.Equal(0, o));
    }

    [Fact]
    public void Decode_SameOffsets_AgreesWithTheReader()
    {
        var level = Grid.Levels[1];
        float[] maps = new float[level.Cells * 4], scores = new float[level.Cells];
        var (row, column) = (3, 7);
        var cell = (row * level.Columns) + column;
        float[] offsets = [0.3f, -0.2f, 0.4f, -0.5f];
        scores.AsSpan().Fill(-10);
        scores[cell] = 2;
        for (var c = 0; c < 4; c++) maps[(c * level.Cells) + cell] = offsets[c];
        List<DetectedFace> found = [];

        new FaceBoxDecoder(DetectionLevel.BoxBase, 0.5).Decode(level.Stride, level.Columns, level.Rows, scores, maps, found);

        Assert.True(FaceBox.IntersectionOverUnion(level.Decode(row, column, offsets), Assert.Single(found).Box) > 0.9999);
    }

    [Fact]
    public void Grid_SideNoMultipleOf32_Throws() => Assert.Throws<ArgumentException>(() => new DetectionGrid(192, 150));

    private static CanvasFace Face(double centreX, double centreY, double width, double height) =>
        new(new FaceBox(centreX - (width / 2), centreY - (height / 2), width, height), Ignore: false);

    private static (float[] Scores, float[] Offsets) Assign(int level, CanvasFace[] faces)
    {
        var cells = Grid.Levels[level].Cells;
        var (scores, offsets) = (new float[cells], new float[cells * 4]);
        DetectionTargets.Assign(Grid.Levels[level], faces, scores, offsets);
        return (scores, offsets);
    }

    private static (int Faces, int Ignored) Counts(float[] scores) =>
        (scores.Count(s => s == DetectionTargets.Face), scores.Count(s => s == DetectionTargets.Ignore));
}
