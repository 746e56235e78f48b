using MoodDeck.Vision.Expressions;

namespace MoodDeck.Vision.Tests.Expressions;

public sealed class AdaptiveEqualisationTests
{
    private const int Side = 48;
    private const int Tile = Side / AdaptiveEqualisation.Tiles;
    private const int Edges = 65;

    [Fact]
    public void MapTile_AnyTile_RisesFromBlackToWhiteNoSteeperThanTheLimit()
    {
        var picture = Make((x, y) => x < 24 ? 100 + (x * y % 3) : 5 * x);
        for (var tile = 0; tile < 16; tile++)
        {
            var map = Map(picture, tile % 4, tile / 4);
            Assert.Equal(0, map[0]);
            Assert.Equal(255, map[^1], 1e-2);
            for (var i = 1; i < map.Length; i++) Assert.InRange(map[i] - map[i - 1], 0, (AdaptiveEqualisation.ClipLimit * 255 / (Edges - 1)) + 1e-3f);
        }
    }

    [Fact]
    public void MapTile_AllGreysAlike_ChangesNothing()
    {
        var map = Map(Make((x, y) => ((((y % Tile) * Tile) + (x % Tile)) * 255f / (Tile * Tile)) + 0.5f), 1, 2);
        for (var i = 0; i < map.Length; i++) Assert.Equal(i * 255f / (Edges - 1), map[i], 4.0);
    }

    [Fact]
    public void Apply_FaintNoise_GrowsByTheLimitAtMost()
    {
        Random random = new(3);
        var noise = Make((_, _) => 100 + (4 * random.NextSingle()));
        float[] adaptive = [.. noise], global = [.. noise];
        AdaptiveEqualisation.Apply(adaptive, Side, Side);
        HistogramEqualisation.Apply(global);
        Assert.InRange(Deviation(adaptive) / Deviation(noise), 1.0, AdaptiveEqualisation.ClipLimit * 1.05);
        Assert.True(Deviation(global) > 20 * Deviation(noise));
    }

    [Fact]
    public void Apply_DarkSideOfAFace_GetsContrastOfItsOwn()
    {
        var halfLit = Make((x, y) => (x < 24 ? 10 : 180) + (((7 * x) + (13 * y)) % 48));
        float[] equalised = [.. halfLit];
        AdaptiveEqualisation.Apply(equalised, Side, Side);
        // The first 12 columns are the leftmost tiles.
        double Contrast(float[] picture) => Deviation([.. picture.Where((_, i) => i % Side < Tile)]);
        Assert.True(Contrast(equalised) > 1.7 * Contrast(halfLit));
    }

    [Fact]
    public void Apply_SmoothPicture_HasNoSeamsBetweenTiles()
    {
        // Light falls off from the top left; the tiles' maps differ much, their blend must not.
        var smooth = Make((x, y) => 20 + (200 * MathF.Exp(-((x * x) + (y * y)) / 900f)));
        float[] blended = [.. smooth];
        AdaptiveEqualisation.Apply(blended, Side, Side);
        var steepest = Steps(smooth).Max(s => s.Change);
        Assert.True(Steps(Unblended(smooth)).Max(s => s.Change) > 3 * steepest);
        Assert.All(Steps(blended), s => Assert.InRange(s.Change, 0, 2.2 * steepest));
    }

    [Theory]
    [InlineData(50, 37)]
    [InlineData(16, 112)]
    public void Apply_SidesThatAreNoMultiples_StaysWithinGreys(int width, int height)
    {
        Random random = new(4);
        float[] picture = [.. Enumerable.Range(0, width * height).Select(_ => 255 * random.NextSingle())];
        AdaptiveEqualisation.Apply(picture, width, height);
        Assert.All(picture, p => Assert.InRange(p, 0, 255.01f));
        Assert.InRange(picture.Average(), 110, 145);
    }

    private static float[] Make(Func<int, int, float> grey) => [.. Enumerable.Range(0, Side * Side).Select(i => grey(i % Side, i / Side))];

    private static float[] Map(float[] picture, int column, int row)
    {
        var map = new float[Edges];
        AdaptiveEqualisation.MapTile(picture, Side, Side, column, row, map);
        return map;
    }

    // Each tile by its own map alone.
    private static float[] Unblended(float[] picture)
    {
        var maps = Enumerable.Range(0, 16).Select(t => Map(picture, t % 4, t / 4)).ToArray();
        return Make((x, y) => maps[(y / Tile * 4) + (x / Tile)][(int)(picture[(y * Side) + x] / 255 * (Edges - 1))]);
    }

    private static IEnumerable<(int At, float Change)> Steps(float[] picture) =>
        Enumerable.Range(0, picture.Length - 1).Where(i => i % Side != Side - 1).Select(i => (i, Math.Abs(picture[i + 1] - picture[i])));

    private static double Deviation(float[] picture)
    {
        var mean = picture.Average();
        return Math.Sqrt(picture.Average(p => (p - mean) * (p - mean)));
    }
}
