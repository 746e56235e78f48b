using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Layers;

public sealed class MaxPool2dTests
{
    // 11 channels are a vector and a rest.
    [Theory]
    [InlineData(3, 2, 1, 6)]
    [InlineData(3, 2, 1, 7)]
    [InlineData(3, 1, 1, 5)]
    [InlineData(3, 2, 0, 6)]
    [InlineData(2, 1, 0, 5)]
    [InlineData(2, 2, 0, 5)]
    [InlineData(5, 3, 2, 8)]
    public void Backward_AnyWindow_MatchesDifferences(int size, int stride, int padding, int side) =>
        InputGradientCheck.Check(new MaxPool2d(size, stride, padding), new Shape(2, side, side, 11));

    [Fact]
    public void Forward_NegativePictureWithPadding_NeverTakesTheBorder()
    {
        using var pool = new WorkerPool(1);
        var x = new Tensor(new Shape(1, 4, 4, 1));
        x.Span.Fill(-3);
        Assert.All(new MaxPool2d(3, 2, 1).Forward([x], new Pass(pool, false)).Span.ToArray(), v => Assert.Equal(-3, v));
    }

    [Fact]
    public void Backward_EqualPixels_GivesTheGradientToTheFirst()
    {
        using var pool = new WorkerPool(1);
        var pass = new Pass(pool, true);
        var layer = new MaxPool2d();
        var x = new Tensor(new Shape(1, 2, 2, 9));
        x.Span.Fill(1);
        var g = new Tensor(layer.Forward([x], pass).Shape);
        g.Span.Fill(2);
        var gradient = layer.Backward(g, [true], pass)[0]!.Span.ToArray();
        Assert.Equal([.. Enumerable.Repeat(2f, 9), .. Enumerable.Repeat(0f, 27)], gradient);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(2, 0, 0)]
    [InlineData(3, 2, 2)]
    public void Create_WindowThatCannotBe_IsRefused(int size, int stride, int padding) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MaxPool2d(size, stride, padding));
}
