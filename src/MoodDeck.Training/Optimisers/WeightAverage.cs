using System.Numerics.Tensors;
using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Optimisers;

/// <summary>
/// An exponential moving average of all parameters, running statistics included (Polyak and Juditsky 1992). Its horizon
/// grows with the steps taken so that the random start is forgotten soon. Frozen parameters have no average: rounding would
/// move it.
/// </summary>
public sealed class WeightAverage
{
    private readonly Parameter[] _parameters;
    private readonly Tensor[] _average;
    private readonly double _decay;

    /// <summary>Averages a network's parameters, from their present values.</summary>
    public WeightAverage(Network network, double decay = 0.999)
    {
        ArgumentNullException.ThrowIfNull(network);
        _decay = decay;
        _parameters = [.. network.Parameters.Select(p => p.Parameter).Where(p => !p.IsFrozen)];
        _average = [.. _parameters.Select(p => new Tensor(p.Value.Shape))];
        for (var i = 0; i < _average.Length; i++) _parameters[i].Value.Span.CopyTo(_average[i].Span);
    }

    /// <summary>What a checkpoint keeps.</summary>
    public IReadOnlyList<Tensor> State => _average;

    /// <summary>Takes the present values in, after a step of a number counted from 1.</summary>
    public void Update(long step)
    {
        var keep = (float)Math.Min(_decay, (1.0 + step) / (10.0 + step));
        for (var i = 0; i < _average.Length; i++)
            TensorPrimitives.Lerp<float>(_parameters[i].Value.Span, _average[i].Span, keep, _average[i].Span);
    }

    /// <summary>Exchanges the network's values with the average; calling it again undoes it.</summary>
    public void Swap()
    {
        for (var i = 0; i < _average.Length; i++)
        {
            Span<float> a = _parameters[i].Value.Span, b = _average[i].Span;
            for (var k = 0; k < a.Length; k++) (a[k], b[k]) = (b[k], a[k]);
        }
    }
}
