using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Robustness;

/// <summary>The ways in which robustness is judged. The amounts are fixed, so that models can be compared over the years.</summary>
public static class FaceDistortions
{
    private const int Side = FaceImageSet.Side;
    private const float Radians = MathF.PI / 180;

    /// <summary>All of them, in the order they are reported.</summary>
    public static IReadOnlyList<FaceDistortion> All { get; } =
    [
        new("dark", "a quarter of the light, and sensor noise of 4 grey values", Dark),
        new("side light", "light from left or right, the other half at a fifth", LightFromOneSide),
        new("blurred", "1-2-1 six times each way, a deviation of 1.7 pixels", Blur),
        new("JPEG", "packed as JPEG of quality 15 at 48 pixels", Pack),
        new("turned", "turned in the picture by 20 degrees to the left or right", Turn),
        new("half covered", "the left, right, upper or lower half painted grey", Cover),
        new("24 px", "shrunk to 24 pixels and enlarged again", Shrink),
    ];

    private static void Dark(Span<float> face, int number)
    {
        var random = FastRandom.For(1, 0, number);
        foreach (ref var p in face) p = Rounded((0.25f * p) + (4 * random.NextNormal()));
    }

    private static void LightFromOneSide(Span<float> face, int number)
    {
        new SideLight(number % 2 == 0 ? 0 : MathF.PI, Shade: 0.2f, Edge: 0, Softness: 0.15f).Apply(face, Side);
        foreach (ref var p in face) p = Rounded(p);
    }

    private static void Blur(Span<float> face, int number)
    {
        Span<float> scratch = stackalloc float[2 * Side];
        for (var i = 0; i < 6; i++) GreyPlane.Blur(face, Side, Side, scratch);
    }

    private static void Pack(Span<float> face, int number)
    {
        using Image picture = new(Side, Side);
        for (var i = 0; i < face.Length; i++) picture.Pixels.Slice(3 * i, 3).Fill((byte)Rounded(face[i]));
        using var read = new ImageDecoder().DecodeGrey(JpegEncoder.Encode(picture, 15)).Value!;
        for (var i = 0; i < face.Length; i++) face[i] = read.Pixels[i];
    }

    private static void Turn(Span<float> face, int number)
    {
        var map = AffineMap.Shift(-Side / 2f, -Side / 2f).Then(AffineMap.Turn((number % 2 == 0 ? 20 : -20) * Radians)).Then(AffineMap.Shift(Side / 2f, Side / 2f));
        Resample(face, Side, map);
    }

    private static void Cover(Span<float> face, int number)
    {
        const int half = Side / 2;
        var start = number % 2 == 0 ? 0 : half;
        if (number % 4 < 2) GreyPlane.Fill(face, Side, start, 0, half, Side, 128);
        else GreyPlane.Fill(face, Side, 0, start, Side, half, 128);
    }

    private static void Shrink(Span<float> face, int number)
    {
        const int small = Side / 2;
        Span<byte> little = stackalloc byte[small * small];
        for (var i = 0; i < little.Length; i++)
        {
            var at = (i / small * 2 * Side) + (i % small * 2);
            little[i] = (byte)Rounded((face[at] + face[at + 1] + face[at + Side] + face[at + Side + 1]) / 4);
        }

        GreyPlane.Warp(little, small, small, AffineMap.Scale(0.5f, 0.5f), face, Side, Side);
    }

    private static void Resample(Span<float> face, int side, AffineMap map)
    {
        Span<byte> before = stackalloc byte[side * side];
        for (var i = 0; i < before.Length; i++) before[i] = (byte)Rounded(face[i]);
        GreyPlane.Warp(before, side, side, map, face, side, side);
    }

    private static float Rounded(float grey) => MathF.Round(Math.Clamp(grey, 0, 255));
}
