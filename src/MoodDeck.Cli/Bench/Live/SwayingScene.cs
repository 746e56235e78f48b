using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Scenes;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Bench.Live;

/// <summary>
/// A camera before which somebody sits still: a drawn room, and in it a labelled face that sways by parts of a pixel to a few
/// pixels, leans a little, nods towards the camera and back, in light that flickers, seen through a noisy sensor. Number and
/// time alone decide what a frame shows.
/// </summary>
internal sealed class SwayingScene
{
    /// <summary>Size of a frame in pixels, as a webcam gives it.</summary>
    public const int Width = 640, Height = 480;

    private const float SmallestSide = 90, LargestSide = 180;

    // In parts of the face's side, of its size, in radians and in parts of the light: a person who keeps still.
    private const float Sway = 0.02f, Nearing = 0.015f, Lean = 0.03f, Flicker = 0.03f, Shimmer = 0.01f;
    private const float NoiseDeviation = 3;
    private const float EdgePixels = 2;

    private readonly int _number;
    private readonly byte[] _room;
    private readonly float _side;
    private readonly float _x;
    private readonly float _y;
    private readonly Wave _swayX;
    private readonly Wave _swayY;
    private readonly Wave _nearing;
    private readonly Wave _lean;
    private readonly Wave _light;

    /// <summary>A scene.</summary>
    /// <param name="number">Chooses the room, the place and the way of moving.</param>
    public SwayingScene(int number)
    {
        var random = FastRandom.For(12, 0, number);
        _number = number;
        _side = random.Between(SmallestSide, LargestSide);
        (_x, _y) = (random.Between(_side, Width - _side), random.Between(0.7f * _side, Height - (0.8f * _side)));
        using GreyImage room = new(Width, Height);
        DrawnRoom.Draw(room, ref random);
        DrawnRoom.Shoulders(room, _x, _y + (_side / 2), _side, random.Between(60, 190), ref random);
        _room = room.Pixels.ToArray();
        (_swayX, _swayY) = (Wave.Draw(Sway * _side, ref random), Wave.Draw(Sway * _side, ref random));
        (_nearing, _lean, _light) = (Wave.Draw(Nearing, ref random), Wave.Draw(Lean, ref random), Wave.Draw(Flicker, ref random));
    }

    /// <summary>Draws a frame.</summary>
    /// <param name="face">Luma of the face, [48, 48].</param>
    /// <param name="frameNumber">Its place among the frames, for the noise.</param>
    /// <param name="seconds">Its time, for the movement.</param>
    /// <param name="frame">Receives it, <see cref="Width"/> x <see cref="Height"/>.</param>
    public void Draw(ReadOnlySpan<byte> face, int frameNumber, double seconds, GreyImage frame)
    {
        _room.CopyTo(frame.Pixels);
        Paste(face, (float)seconds, frame);
        var random = FastRandom.For(13, _number, frameNumber);
        var gain = 1 + _light.At((float)seconds) + (Shimmer * random.NextNormal());
        foreach (ref var p in frame.Pixels) p = (byte)Math.Clamp((gain * p) + (NoiseDeviation * random.NextNormal()) + 0.5f, 0, 255);
    }

    private void Paste(ReadOnlySpan<byte> face, float seconds, GreyImage frame)
    {
        const int last = FaceImageSet.Side - 1;
        var side = _side * (1 + _nearing.At(seconds));
        var (centreX, centreY) = (_x + _swayX.At(seconds), _y + _swayY.At(seconds));
        var toFace = AffineMap.Shift(-centreX, -centreY).Then(AffineMap.Turn(-_lean.At(seconds)))
            .Then(AffineMap.Scale(FaceImageSet.Side / side, FaceImageSet.Side / side)).Then(AffineMap.Shift(FaceImageSet.Side / 2f, FaceImageSet.Side / 2f));
        var edge = side / FaceImageSet.Side / EdgePixels;
        int reach = (int)side, left = Math.Max(0, (int)centreX - reach), right = Math.Min(Width, (int)centreX + reach);
        for (var y = Math.Max(0, (int)centreY - reach); y < Math.Min(Height, centreY + reach); y++)
        {
            var row = frame.Row(y);
            for (var x = left; x < right; x++)
            {
                var (u, v) = toFace.Apply(x + 0.5f, y + 0.5f);
                var inside = edge * Math.Min(Math.Min(u, FaceImageSet.Side - u), Math.Min(v, FaceImageSet.Side - v));
                if (inside <= 0) continue;
                var (fx, fy) = (Math.Clamp(u - 0.5f, 0, last), Math.Clamp(v - 0.5f, 0, last));
                int ix = Math.Min((int)fx, last - 1), iy = Math.Min((int)fy, last - 1), at = (iy * FaceImageSet.Side) + ix;
                float upper = face[at] + ((face[at + 1] - face[at]) * (fx - ix));
                float lower = face[at + FaceImageSet.Side] + ((face[at + FaceImageSet.Side + 1] - face[at + FaceImageSet.Side]) * (fx - ix));
                var grey = upper + ((lower - upper) * (fy - iy));
                row[x] = (byte)(row[x] + ((grey - row[x]) * Math.Min(1, inside)) + 0.5f);
            }
        }
    }

    // Two swings of unlike periods, as of breathing and of shifting one's weight.
    private readonly record struct Wave(float Amplitude, float Slow, float Fast, float Phase)
    {
        public static Wave Draw(float amplitude, ref FastRandom random) =>
            new(amplitude, random.Between(0.14f, 0.25f), random.Between(0.3f, 0.6f), random.Around(MathF.PI));

        public float At(float seconds) =>
            Amplitude * ((0.7f * MathF.Sin((MathF.Tau * Slow * seconds) + Phase)) + (0.3f * MathF.Sin((MathF.Tau * Fast * seconds) - Phase)));
    }
}
