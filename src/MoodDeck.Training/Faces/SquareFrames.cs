using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Faces;

/// <summary>
/// Camera frames of 640 x 480 with one enlarged face square each on a background drawn by rule: a slope of light, some
/// rectangles and grain. The same squares give the same frames.
/// </summary>
public static class SquareFrames
{
    private const int Width = 640;
    private const int Height = 480;
    private const int Most = 240;
    private const float LeastSide = 60;
    private const float MostSide = 200;
    private const int Rectangles = 12;
    private const ulong Seed = 48;

    /// <summary>One frame for each square, at most 240, evenly taken.</summary>
    public static FaceDetectionSet Draw(IReadOnlyList<DetectionImage> squares)
    {
        ArgumentNullException.ThrowIfNull(squares);
        var step = Math.Max(1, (squares.Count + Most - 1) / Most);
        return new([.. Enumerable.Range(0, (squares.Count + step - 1) / step).Select(i => Frame(squares[i * step], i))], []);
    }

    private static DetectionImage Frame(DetectionImage square, int index)
    {
        var random = FastRandom.For(Seed, 0, index);
        var frame = new GreyImage(Width, Height);
        Background(frame, ref random);
        var side = (int)random.LogBetween(LeastSide, MostSide);
        var (left, top) = (random.NextInt(Width - side), random.NextInt(Height - side));
        using var large = Resampler.Resize(square.Grey, side, side);
        for (var y = 0; y < side; y++) large.Row(y).CopyTo(frame.Row(top + y)[left..]);
        var scale = (double)side / square.Grey.Width;
        FaceBox[] faces = [.. square.Faces.Select(f => f.ScaledBy(scale)).Select(f => f with { X = f.X + left, Y = f.Y + top })];
        return new(square.Name, square.Source, frame, faces);
    }

    private static void Background(GreyImage frame, ref FastRandom random)
    {
        var (light, right, down) = (random.Between(60, 190), random.Around(50), random.Around(50));
        for (var y = 0; y < Height; y++)
        {
            var row = frame.Row(y);
            for (var x = 0; x < Width; x++) row[x] = Grey(light + (right * x / Width) + (down * y / Height));
        }

        for (var n = 0; n < Rectangles; n++)
        {
            var (width, height) = ((int)random.LogBetween(10, 300), (int)random.LogBetween(10, 300));
            var (x, y, grey) = (random.NextInt(Width), random.NextInt(Height), (byte)random.NextInt(256));
            for (var r = y; r < Math.Min(Height, y + height); r++) frame.Row(r)[x..Math.Min(Width, x + width)].Fill(grey);
        }

        var grain = random.Between(0, 8);
        foreach (ref var p in frame.Pixels) p = Grey(p + (grain * random.NextNormal()));
    }

    private static byte Grey(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
