using MoodDeck.Training.Losses;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Losses;

public sealed class LossTests
{
    private const double Step = 1e-3;
    private static readonly float[] s_outputs = [0.4f, -1.2f, 0.3f, 2, 0.1f, -0.5f];

    [Fact]
    public void Distillation_Gradient_AgreesWithFiniteDifferences()
    {
        float[] taught = [0.7f, 0.2f, 0.1f, 0.05f, 0.9f, 0.05f];
        Compare(x => Distillation.Add(x, taught, Zero(), 3, 0.4), x =>
        {
            var g = Zero();
            Distillation.Add(x, taught, g, 3, 0.4);
            return g;
        });
    }

    [Fact]
    public void Distillation_PupilLikeItsTeacher_HasNoGradient()
    {
        var logits = Outputs();
        var taught = new float[6];
        Span<double> p = stackalloc double[3];
        for (var row = 0; row < 2; row++)
        {
            Calibration.Softmax(logits.Span.Slice(row * 3, 3), 1, p);
            for (var k = 0; k < 3; k++) taught[(row * 3) + k] = (float)p[k];
        }

        var gradient = Zero();
        Distillation.Add(logits, taught, gradient, 4, 1);
        foreach (var g in gradient.Span) Assert.Equal(0, g, 1e-6f);
    }

    [Fact]
    public void MeanSquaredError_Gradient_AgreesWithFiniteDifferences()
    {
        float[] targets = [0.1f, 0.2f, -0.4f, float.NaN, float.NaN, float.NaN];
        float[] weights = [0.5f, 0];
        Compare(x => MeanSquaredError.Run(x, targets, weights, Zero()), x =>
        {
            var g = Zero();
            MeanSquaredError.Run(x, targets, weights, g);
            return g;
        });
        Assert.Equal(((0.3 * 0.3) + (1.4 * 1.4) + (0.7 * 0.7)) / 2, MeanSquaredError.Run(Outputs(), targets, weights, Zero()), 1e-5);
    }

    [Fact]
    public void MeanSquaredError_UnknownTarget_DoesNotCount()
    {
        var gradient = Zero();
        var loss = MeanSquaredError.Run(Outputs(), [0.4f, float.NaN, 0, 2, 0.1f, -0.5f], [1, 1], gradient);

        Assert.Equal(0.3 * 0.3 / 4, loss, 1e-6);
        Assert.Equal([0, 0, 0.15f, 0, 0, 0], gradient.Span.ToArray().Select(g => MathF.Round(g, 6)));
    }

    [Fact]
    public void MeanSquaredError_NoRowCounts_IsZero() =>
        Assert.Equal(0, MeanSquaredError.Run(Outputs(), new float[6], new float[2], Zero()));

    private static void Compare(Func<Tensor, double> loss, Func<Tensor, Tensor> gradient)
    {
        var exact = gradient(Outputs()).Span.ToArray();
        for (var i = 0; i < exact.Length; i++)
        {
            Tensor more = Outputs(), less = Outputs();
            more.Span[i] += (float)Step;
            less.Span[i] -= (float)Step;
            Assert.Equal((loss(more) - loss(less)) / (more.Span[i] - less.Span[i]), exact[i], 1e-3);
        }
    }

    private static Tensor Outputs()
    {
        Tensor outputs = new(new Shape(2, 1, 1, 3));
        s_outputs.CopyTo(outputs.Span);
        return outputs;
    }

    private static Tensor Zero() => new(new Shape(2, 1, 1, 3));
}
