using MoodDeck.Training.Data;
using MoodDeck.Training.Detection;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Tests.Detection;

/// <summary>Drawn pictures: a bright ellipse on a dark ground stands for a face.</summary>
internal static class Scenes
{
    public const byte Dark = 40;
    public const byte Bright = 220;

    /// <summary>Options that move pictures but leave their grey values alone.</summary>
    public static DetectionAugmentationOptions GeometryOnly { get; } = new()
    {
        Brightness = 0, ContrastShare = 0, GammaShare = 0, SideLightChance = 0, BlurChance = 0, NoiseChance = 0, MosaicChance = 0, CutChance = 0, CoverChance = 0,
        DetailLossChance = 0,
    };

    public static FaceDetectionSet Set(params DetectionImage[] images) => new(images, []);

    public static DetectionImage Face(int side = 800)
    {
        FaceBox face = new((side / 2) - 30, (side / 2) - 40, 60, 80);
        GreyImage grey = new(side, side);
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                grey.Row(y)[x] = double.Hypot((x + 0.5 - face.CentreX) / 30, (y + 0.5 - face.CentreY) / 40) <= 1 ? Bright : Dark;
        return new DetectionImage("face.png", "drawn", grey, [face]);
    }

    public static DetectionImage Crowd()
    {
        GreyImage grey = new(192, 192);
        return new DetectionImage("crowd.png", "drawn", grey, [new(20, 20, 18, 24), new(80, 30, 18, 24), new(150, 40, 18, 24), new(60, 120, 18, 24)]);
    }

    public static DetectionImage Square()
    {
        GreyImage grey = new(48, 48);
        grey.Pixels.Fill(Bright);
        return new DetectionImage("square", "squares", grey, [new(6, 2, 36, 44)]);
    }

    public static DetectionImage Empty(byte value = Dark)
    {
        GreyImage grey = new(300, 200);
        grey.Pixels.Fill(value);
        return new DetectionImage("empty.png", "drawn", grey, []);
    }
}
