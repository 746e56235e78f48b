using MoodDeck.Training.Scenes;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Tests.Scenes;

public sealed class PastedFaceTests
{
    [Fact]
    public void Compose_ManyNumbers_PutsTheFaceWhereItSaysInEverySize()
    {
        using GreyImage face = new(48, 48);
        for (var y = 0; y < 48; y++) face.Row(y).Fill((byte)(y < 24 ? 60 : 180));
        List<double> sides = [];
        for (var number = 0; number < 40; number++)
        {
            var (frame, square) = PastedFace.Compose(face, number);
            using var composed = frame;

            sides.Add(square.Width);
            Assert.True(square.X >= 0 && square.Y >= 0 && square.X + square.Width <= frame.Width && square.Y + square.Height <= frame.Height);
            Assert.Equal(60, Mean(frame, square.X, square.Y, square.Width, square.Height * 0.4), 3.0);
            Assert.Equal(180, Mean(frame, square.X, square.Y + (square.Height * 0.6), square.Width, square.Height * 0.4), 3.0);
        }

        Assert.InRange(sides.Min(), PastedFace.SmallestSide, 75);
        Assert.InRange(sides.Max(), 185, PastedFace.LargestSide);
    }

    [Fact]
    public void Compose_SameNumber_GivesTheSameFrameAndAnotherNumberAnother()
    {
        using GreyImage face = new(48, 48);
        using var one = PastedFace.Compose(face, 7).Frame;
        using var same = PastedFace.Compose(face, 7).Frame;
        using var other = PastedFace.Compose(face, 8).Frame;

        Assert.Equal(one.Pixels.ToArray(), same.Pixels.ToArray());
        Assert.NotEqual(one.Pixels.ToArray(), other.Pixels.ToArray());
    }

    private static double Mean(GreyImage frame, double x, double y, double width, double height)
    {
        double sum = 0;
        for (var row = (int)y; row < (int)(y + height); row++)
            for (var column = (int)x; column < (int)(x + width); column++) sum += frame.Row(row)[column];
        return sum / ((int)(y + height) - (int)y) / ((int)(x + width) - (int)x);
    }
}
