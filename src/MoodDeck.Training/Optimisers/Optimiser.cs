using System.Numerics;
using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Optimisers;

/// <summary>Changes parameters against their gradients.</summary>
public abstract class Optimiser
{
    /// <summary>For the trainable parameters of a network that are not frozen now.</summary>
    protected Optimiser(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        Targets = [.. network.Parameters.Select(p => p.Parameter).Where(p => p.IsLearning)];
    }

    /// <summary>What is trained.</summary>
    protected IReadOnlyList<Parameter> Targets { get; }

    /// <summary>What must be kept in a checkpoint beside the parameters, in a fixed order.</summary>
    public abstract IReadOnlyList<Tensor> State { get; }

    /// <summary>Steps taken so far; kept in a checkpoint.</summary>
    public long Steps { get; set; }

    /// <summary>Takes one step with a learning rate.</summary>
    public void Step(double learningRate)
    {
        Steps++;
        for (var i = 0; i < Targets.Count; i++) Update(i, (float)learningRate);
    }

    /// <summary>Updates the parameter of a number.</summary>
    protected abstract void Update(int index, float learningRate);

    private protected Tensor[] Zeros() => [.. Targets.Select(t => new Tensor(t.Value.Shape))];
}

/// <summary>Stochastic gradient descent with momentum, Nesterov's by default, and L2 weight decay (Sutskever et al. 2013).</summary>
public sealed class Sgd : Optimiser
{
    private readonly float _momentum;
    private readonly float _decay;
    private readonly bool _nesterov;
    private readonly Tensor[] _velocity;

    /// <summary>For a network.</summary>
    public Sgd(Network network, double momentum = 0.9, double weightDecay = 5e-4, bool nesterov = true)
        : base(network) =>
        (_momentum, _decay, _nesterov, _velocity) = ((float)momentum, (float)weightDecay, nesterov, Zeros());

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> State => _velocity;

    /// <inheritdoc/>
    protected override void Update(int index, float learningRate)
    {
        var p = Targets[index];
        var decay = p.Decays ? _decay : 0;
        Span<float> w = p.Value.Span, g = p.Gradient!.Span, v = _velocity[index].Span;
        var i = 0;
        for (; i + Vector<float>.Count <= w.Length; i += Vector<float>.Count)
        {
            Vector<float> weight = new(w[i..]), d = new Vector<float>(g[i..]) + (decay * weight), velocity = (_momentum * new Vector<float>(v[i..])) + d;
            velocity.CopyTo(v[i..]);
            (weight - (learningRate * (_nesterov ? d + (_momentum * velocity) : velocity))).CopyTo(w[i..]);
        }

        for (; i < w.Length; i++)
        {
            var d = g[i] + (decay * w[i]);
            v[i] = (_momentum * v[i]) + d;
            w[i] -= learningRate * (_nesterov ? d + (_momentum * v[i]) : v[i]);
        }
    }
}

/// <summary>
/// Adam (Kingma and Ba 2015); with <c>decoupled</c> weight decay it is AdamW (Loshchilov and Hutter 2019).
/// </summary>
public sealed class Adam : Optimiser
{
    private readonly float _beta1;
    private readonly float _beta2;
    private readonly float _epsilon;
    private readonly float _decay;
    private readonly bool _decoupled;
    private readonly Tensor[] _first;
    private readonly Tensor[] _second;

    /// <summary>For a network.</summary>
    public Adam(Network network, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0, bool decoupled = false)
        : base(network)
    {
        (_beta1, _beta2, _epsilon, _decay, _decoupled) = ((float)beta1, (float)beta2, (float)epsilon, (float)weightDecay, decoupled);
        (_first, _second) = (Zeros(), Zeros());
    }

    /// <summary>AdamW: decay apart from the gradient.</summary>
    public static Adam W(Network network, double weightDecay = 0.01) => new(network, weightDecay: weightDecay, decoupled: true);

    /// <inheritdoc/>
    public override IReadOnlyList<Tensor> State => [.. _first, .. _second];

    /// <inheritdoc/>
    protected override void Update(int index, float learningRate)
    {
        var p = Targets[index];
        var decay = p.Decays ? _decay : 0;
        var correction1 = 1 - Math.Pow(_beta1, Steps);
        var correction2 = 1 - Math.Pow(_beta2, Steps);
        var rate = (float)(learningRate / correction1);
        var root = (float)(1 / Math.Sqrt(correction2));
        Span<float> w = p.Value.Span, g = p.Gradient!.Span, m = _first[index].Span, v = _second[index].Span;
        for (var i = 0; i < w.Length; i++)
        {
            var d = _decoupled ? g[i] : g[i] + (decay * w[i]);
            m[i] += (1 - _beta1) * (d - m[i]);
            v[i] += (1 - _beta2) * ((d * d) - v[i]);
            if (_decoupled) w[i] -= learningRate * decay * w[i];
            w[i] -= rate * m[i] / ((MathF.Sqrt(v[i]) * root) + _epsilon);
        }
    }
}
