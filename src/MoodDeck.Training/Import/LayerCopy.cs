using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Import;

/// <summary>Copies a layer of a file, with its bias and batch norm, into a layer of a network.</summary>
internal sealed class LayerCopy(List<string> notes)
{
    /// <summary>Norms that the file has folded into the convolution before them, each with the bias to add; null for none.</summary>
    public Dictionary<BatchNorm2d, float[]?> Unfolded { get; } = [];

    public void Run(NetworkLayer layer, OnnxLayer source)
    {
        var (weight, bias) = (layer.Fit(source)!, source.Bias);
        if (source.Norm is { } norm)
        {
            if (layer.Norm is { } ours) Copy(norm, ours, bias);
            else (weight, bias) = Folded(layer.Entry.Layer, weight, bias, norm);
        }
        else if (layer.Norm is { } missing)
        {
            Unfolded[missing] = bias;
        }

        if (layer.LaterNorm is { } later)
        {
            if (source.LaterNorm is { } found) Copy(found, later, null);
            else Unfolded[later] = null;
        }
        else if (source.LaterNorm is not null)
        {
            notes.Add($"The batch norm {source.LaterNorm.Name} of the file has no place after {layer.Entry.Name} and is left out.");
        }

        var kept = Write(layer, source, weight);
        if (layer.Norm is null) WriteBias(layer, kept, bias);
        Remark(layer, source);
    }

    private static Parameter? Write(NetworkLayer layer, OnnxLayer source, float[] weight)
    {
        switch (layer.Entry.Layer)
        {
            case Conv2d c:
                FromChannelsFirst(weight, c.Weight, c.Kernel * c.Kernel, c.Inputs, c.Outputs);
                if (c.Bias is not null && layer.Norm is not null) c.Bias.Value.Clear(); // the norm's mean has taken it in
                return c.Bias;
            case DepthwiseConv2d d:
                FromChannelsFirst(weight, d.Weight, d.Kernel * d.Kernel, 1, d.Channels);
                return null;
            case Linear l:
                if (source.IsChannelsLast) weight.CopyTo(l.Weight.Value.Span);
                else ChannelsLast(weight, l, layer.Input);
                if (layer.Norm is not null) l.Bias.Value.Clear();
                return l.Bias;
            default:
                throw new ArgumentException($"{layer.Entry.Layer.GetType().Name} holds no weights.", nameof(layer));
        }
    }

    private void WriteBias(NetworkLayer layer, Parameter? target, float[]? bias)
    {
        if (target is not null)
        {
            if (bias is null) target.Value.Clear();
            else bias.CopyTo(target.Value.Span);
        }
        else if (bias is not null && Array.Exists(bias, b => b != 0))
        {
            notes.Add($"{layer.Entry.Name} has no bias to take the file's.");
        }
    }

    private void Remark(NetworkLayer layer, OnnxLayer source)
    {
        if (layer.IsColourForGrey(source))
            notes.Add($"{layer.Entry.Name} is summed over the file's three colours: a grey picture gives what it gave three times repeated, if all colours were scaled alike.");
        if (layer.Entry.Layer is not Conv2d c) return;
        if (source.Dilations.Any(d => d != 1))
            notes.Add($"{layer.Entry.Name} reads pixels side by side, in the file {string.Join("x", source.Dilations)} apart: outputs will differ.");
        if (source.Strides.Any(s => s != c.Stride) || source.Pads.Any(p => p != c.Padding))
            notes.Add($"{layer.Entry.Name} has step {c.Stride} and padding {c.Padding}, in the file {string.Join("x", source.Strides)} and {string.Join(",", source.Pads)}: outputs will differ.");
    }

    // Another epsilon is made up for in the variance or, where that would become negative, in the scale. A bias before the norm only moves the mean.
    private static void Copy(OnnxNorm source, BatchNorm2d target, float[]? bias)
    {
        for (var c = 0; c < target.Channels; c++)
        {
            var whole = source.Variance[c] + source.Epsilon;
            var variance = Math.Max(0, source.Epsilon == target.Epsilon ? source.Variance[c] : whole - target.Epsilon);
            target.RunningVariance.Value.Span[c] = variance;
            target.RunningMean.Value.Span[c] = source.Mean[c] - (bias?[c] ?? 0);
            target.Scale.Value.Span[c] = variance == source.Variance[c] && source.Epsilon == target.Epsilon
                ? source.Scale[c]
                : source.Scale[c] * MathF.Sqrt((variance + target.Epsilon) / whole);
            target.Shift.Value.Span[c] = source.Shift[c];
        }
    }

    private static (float[] Weight, float[] Bias) Folded(Layer layer, float[] weight, float[]? bias, OnnxNorm norm)
    {
        var outputs = norm.Scale.Length;
        var factors = new float[outputs];
        var shifts = new float[outputs];
        for (var o = 0; o < outputs; o++)
        {
            factors[o] = norm.Scale[o] / MathF.Sqrt(norm.Variance[o] + norm.Epsilon);
            shifts[o] = norm.Shift[o] + (factors[o] * ((bias?[o] ?? 0) - norm.Mean[o]));
        }

        var folded = new float[weight.Length];
        for (var i = 0; i < folded.Length; i++) folded[i] = weight[i] * factors[layer is Linear ? i % outputs : i / (weight.Length / outputs)];
        return (folded, shifts);
    }

    // ONNX flattens channels first, we channels last.
    private static void ChannelsLast(float[] source, Linear target, Shape input)
    {
        var pixels = input.H * input.W;
        for (var c = 0; c < input.C; c++)
        {
            for (var p = 0; p < pixels; p++)
                source.AsSpan(((c * pixels) + p) * target.Outputs, target.Outputs).CopyTo(target.Weight.Value.Span[(((p * input.C) + c) * target.Outputs)..]);
        }
    }

    private static void FromChannelsFirst(float[] source, Parameter target, int taps, int inputs, int outputs)
    {
        var weights = target.Value.Span;
        for (var tap = 0; tap < taps; tap++)
        {
            for (var i = 0; i < inputs; i++)
            {
                for (var o = 0; o < outputs; o++) weights[(((tap * inputs) + i) * outputs) + o] = source[(((o * inputs) + i) * taps) + tap];
            }
        }
    }
}
