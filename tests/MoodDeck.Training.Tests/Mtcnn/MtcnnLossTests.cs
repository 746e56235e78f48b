using MoodDeck.Training.Mtcnn;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Mtcnn;

public sealed class MtcnnLossTests
{
    private static readonly MtcnnSample[] Samples =
    [
        new([], MtcnnKind.Face, [0.1f, -0.2f, 0.05f, 0.3f]), new([], MtcnnKind.Part, [-0.3f, 0.2f, 0.1f, 0]), new([], MtcnnKind.Background, [0, 0, 0, 0]),
        new([], MtcnnKind.Background, [0, 0, 0, 0]), new([], MtcnnKind.Face, [0, 0, 0, 0]),
    ];

    [Fact]
    public void Run_AnyOutputs_GradientMatchesFiniteDifferences()
    {
        bool[] mirrored = [true, false, false, true, false];
        var outputs = Outputs();
        var gradient = new Tensor();
        MtcnnLoss.Run(outputs, Samples, mirrored, gradient);

        for (var i = 0; i < outputs.Span.Length; i++)
        {
            const float step = 1e-3f;
            var slope = (Shifted(i, step) - Shifted(i, -step)) / (2 * step);
            Assert.Equal(slope, gradient.Span[i], 1e-3);
        }

        double Shifted(int at, float by)
        {
            var moved = Outputs();
            moved.Span[at] += by;
            return MtcnnLoss.Run(moved, Samples, mirrored, new Tensor());
        }
    }

    [Fact]
    public void Run_EasyBackground_IsLeftOut()
    {
        var gradient = new Tensor();
        MtcnnLoss.Run(Outputs(), Samples, new bool[5], gradient);

        // Of two faces and two backgrounds the hardest three count; the second background is the surest of all.
        Assert.Equal(0, gradient.Span[3 * 5]);
        Assert.NotEqual(0, gradient.Span[2 * 5]);
        Assert.Equal(0, gradient.Span[5]); // a part says nothing about the score
        Assert.NotEqual(0, gradient.Span[6]);
        Assert.All(Enumerable.Range(11, 4), i => Assert.Equal(0, gradient.Span[i])); // background has no offsets
    }

    private static Tensor Outputs()
    {
        var outputs = new Tensor(new Shape(5, 1, 1, 5));
        for (var i = 0; i < outputs.Span.Length; i++) outputs.Span[i] = MathF.Sin(1.7f * i);
        (outputs.Span[0], outputs.Span[10], outputs.Span[15], outputs.Span[20]) = (0.4f, 0.3f, -5, -0.2f);
        return outputs;
    }
}
