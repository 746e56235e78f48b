using MoodDeck.Training.Data;
using MoodDeck.Training.Faces;
using Drawn = MoodDeck.Training.Tests.Detection.Scenes;

namespace MoodDeck.Training.Tests.Faces;

public sealed class SquareFramesTests
{
    [Fact]
    public void Draw_Squares_ShowsEachWholeWhereItsBoxSays()
    {
        var frames = SquareFrames.Draw([.. Enumerable.Repeat(Drawn.Square(), 5)]);

        Assert.Equal(5, frames.Images.Count);
        Assert.All(frames.Images, frame =>
        {
            var box = Assert.Single(frame.Faces);
            Assert.InRange(box.Height, 44 / 48.0 * 60 * 0.99, 44 / 48.0 * 200 * 1.01);
            Assert.True(box is { X: >= 0, Y: >= 0 } && box.Right <= frame.Grey.Width && box.Bottom <= frame.Grey.Height);
            for (var y = (int)Math.Ceiling(box.Y); y < (int)box.Bottom; y += 7)
                Assert.Equal(Drawn.Bright, frame.Grey.Row(y)[(int)box.CentreX], 12.0); // sensor noise
        });
    }

    [Fact]
    public void Draw_MoreThanItTakes_TakesEvenly()
    {
        var squares = Enumerable.Range(0, 1000).Select(i => Drawn.Square() with { Name = $"{i}" }).ToArray();

        var names = SquareFrames.Draw(squares).Images.Select(i => int.Parse(i.Name, null)).ToArray();

        Assert.Equal([0, 5, 10], names[..3]);
        Assert.Equal(995, names[^1]);
    }

    [Fact]
    public void Draw_Twice_GivesTheSame()
    {
        DetectionImage[] squares = [Drawn.Square()];

        Assert.Equal(SquareFrames.Draw(squares).Images[0].Grey.Pixels.ToArray(), SquareFrames.Draw(squares).Images[0].Grey.Pixels.ToArray());
    }
}
