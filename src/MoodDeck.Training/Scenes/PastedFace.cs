using MoodDeck.Training.Augmentation;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Scenes;

/// <summary>
/// A labelled square of a face, enlarged and pasted into a drawn room: a camera frame whose truth is known. Size, place and
/// room depend on the number alone.
/// </summary>
public static class PastedFace
{
    /// <summary>Width of a frame in pixels.</summary>
    public const int FrameWidth = 640;

    /// <summary>Height of a frame in pixels.</summary>
    public const int FrameHeight = 480;

    /// <summary>Smallest and largest side of the pasted square, in pixels.</summary>
    public const int SmallestSide = 60, LargestSide = 200;

    private const float NoiseDeviation = 2;

    /// <summary>Composes a frame; to be disposed by the caller.</summary>
    /// <param name="face">The square.</param>
    /// <param name="number">Chooses size, place and room.</param>
    public static (GreyImage Frame, FaceBox Square) Compose(GreyImage face, int number)
    {
        ArgumentNullException.ThrowIfNull(face);
        var random = FastRandom.For(2, 0, number);
        GreyImage frame = new(FrameWidth, FrameHeight);
        DrawnRoom.Draw(frame, ref random);
        var side = SmallestSide + random.NextInt(LargestSide - SmallestSide + 1);
        var (left, top) = (random.NextInt(FrameWidth - side + 1), random.NextInt(FrameHeight - side + 1));
        DrawnRoom.Shoulders(frame, left + (side / 2f), top + side, side, Mean(face.Row(face.Height - 1)), ref random);
        using var large = Resampler.Resize(face, side, side);
        for (var y = 0; y < side; y++) large.Row(y).CopyTo(frame.Row(top + y)[left..]);
        DrawnRoom.Noise(frame, NoiseDeviation, ref random);
        return (frame, new(left, top, side, side));
    }

    private static float Mean(ReadOnlySpan<byte> row)
    {
        var sum = 0;
        foreach (var p in row) sum += p;
        return (float)sum / row.Length;
    }
}
