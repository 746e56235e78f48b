using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Export;

/// <summary>
/// A convolution as ONNX wants it, weights <c>[Out, In / Groups, K, K]</c>, with the running statistics, scale and shift of a
/// following batch norm multiplied in.
/// </summary>
internal sealed record FoldedConvolution(float[] Weight, float[]? Bias, int Outputs, int InputsPerGroup, int Kernel, int Stride, int Padding, int Groups)
{
    public static FoldedConvolution Of(Layer layer, BatchNorm2d? norm)
    {
        var (ours, bias, outputs, inputs, kernel, stride, padding, groups) = layer switch
        {
            Conv2d c => (c.Weight, c.Bias, c.Outputs, c.Inputs, c.Kernel, c.Stride, c.Padding, 1),
            DepthwiseConv2d d => (d.Weight, null, d.Channels, 1, d.Kernel, d.Stride, d.Padding, d.Channels),
            _ => throw new ArgumentException($"{layer.GetType().Name} is not a convolution.", nameof(layer)),
        };
        var scale = new float[outputs];
        var shift = new float[outputs];
        for (var o = 0; o < outputs; o++)
        {
            var own = bias is null ? 0 : bias.Value.Span[o];
            (scale[o], shift[o]) = norm is null ? (1, own) : Affine(norm, o, own);
        }

        var source = ours.Value.Span;
        var weight = new float[source.Length];
        var taps = kernel * kernel;
        for (var tap = 0; tap < taps; tap++)
        {
            for (var i = 0; i < inputs; i++)
            {
                for (var o = 0; o < outputs; o++)
                    weight[(((o * inputs) + i) * taps) + tap] = scale[o] * source[(((tap * inputs) + i) * outputs) + o];
            }
        }

        return new(weight, norm is null && bias is null ? null : shift, outputs, inputs, kernel, stride, padding, groups);
    }

    private static (float Scale, float Shift) Affine(BatchNorm2d norm, int channel, float bias)
    {
        var scale = norm.Scale.Value.Span[channel] / MathF.Sqrt(norm.RunningVariance.Value.Span[channel] + norm.Epsilon);
        return (scale, norm.Shift.Value.Span[channel] + (scale * (bias - norm.RunningMean.Value.Span[channel])));
    }
}
