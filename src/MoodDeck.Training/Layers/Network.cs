using System.Numerics.Tensors;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>A named place in a <see cref="Network"/> that other layers can read from.</summary>
/// <param name="Index">Position in the network's order.</param>
public readonly record struct Node(int Index);

/// <summary>
/// A directed graph of layers from one input to named outputs. Layers run in the order they were added; the backward
/// pass runs the other way round and sums the gradients where a node was read more than once.
/// </summary>
public sealed class Network
{
    private readonly List<Entry> _entries = [];
    private readonly List<(string Name, Node Node)> _outputs = [];
    private Tensor _input = new();

    /// <summary>A network that reads images of a shape; <c>N</c> is ignored.</summary>
    public Network(Shape input) => InputShape = input with { N = 1 };

    /// <summary>Shape of one image.</summary>
    public Shape InputShape { get; }

    /// <summary>The node that stands for the input.</summary>
    public Node Input { get; } = new(-1);

    /// <summary>The layers in order, with their names and the nodes they read.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>The outputs by name, in the order they were declared.</summary>
    public IReadOnlyList<(string Name, Node Node)> Outputs => _outputs;

    /// <summary>All parameters with full names such as <c>stage1.conv1.weight</c>, in a fixed order.</summary>
    public IEnumerable<(string Name, Parameter Parameter)> Parameters =>
        _entries.SelectMany(e => e.Layer.Parameters.Select(p => ($"{e.Name}.{p.Name}", p)));

    /// <summary>Learned numbers in all.</summary>
    public long ParameterCount => Parameters.Where(p => p.Parameter.Gradient is not null).Sum(p => (long)p.Parameter.Value.Length);

    /// <summary>Multiply-accumulates of one image in convolutions and linear layers.</summary>
    public long Macs
    {
        get
        {
            var shapes = Shapes(InputShape);
            return _entries.Select(e => e.Layer.Macs([.. e.Inputs.Select(i => i.Index < 0 ? InputShape : shapes[i.Index])])).Sum();
        }
    }

    /// <summary>Adds a layer that reads some nodes.</summary>
    /// <exception cref="ArgumentException">The name is taken, or the shapes do not fit.</exception>
    public Node Add(string name, Layer layer, params Node[] inputs)
    {
        if (_entries.Any(e => e.Name == name)) throw new ArgumentException($"There is a layer {name} already.", nameof(name));
        _entries.Add(new Entry(name, layer, inputs, IsLearning));
        Shapes(InputShape); // throws at once where shapes do not fit
        return new(_entries.Count - 1);
    }

    /// <summary>
    /// Freezes the layers whose names match any of the patterns (<c>stem*</c>, <c>layer[12].*</c>): their parameters keep their values
    /// bit for bit, batch norm uses its running statistics and keeps them, and the backward pass ends where nothing below
    /// learns. Call it after weights are loaded and before an optimiser or a weight average is made.
    /// </summary>
    /// <returns>How many layers with parameters are frozen now.</returns>
    /// <exception cref="ArgumentException">A pattern matches no layer that has parameters; the message lists those.</exception>
    public int Freeze(IEnumerable<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        var candidates = _entries.Where(e => e.Layer.Parameters.Count > 0).ToArray();
        List<Entry> frozen = [];
        foreach (var pattern in patterns.Select(p => new LayerPattern(p)))
        {
            var matches = candidates.Where(e => pattern.Matches(e.Name)).ToArray();
            if (matches.Length == 0)
                throw new ArgumentException($"No layer is named like \"{pattern.Text}\". The layers are {string.Join(", ", candidates.Select(e => e.Name))}.", nameof(patterns));
            frozen.AddRange(matches);
        }

        foreach (var entry in frozen) entry.Layer.Freeze();
        foreach (var entry in _entries) entry.Trace(IsLearning);
        return candidates.Count(e => e.Layer.IsFrozen);
    }

    /// <summary>Declares an output.</summary>
    public void Output(string name, Node node) => _outputs.Add((name, node));

    /// <summary>The shape at every layer for an input shape.</summary>
    public Shape[] Shapes(Shape input)
    {
        var shapes = new Shape[_entries.Count];
        for (var i = 0; i < shapes.Length; i++)
            shapes[i] = _entries[i].Layer.OutputShape([.. _entries[i].Inputs.Select(n => n.Index < 0 ? input : shapes[n.Index])]);
        return shapes;
    }

    /// <summary>The shape of one image at a node.</summary>
    public Shape ShapeAt(Node node) => node.Index < 0 ? InputShape : Shapes(InputShape)[node.Index];

    /// <summary>Runs forward and returns the outputs in their order; they stay valid until the next call.</summary>
    public IReadOnlyList<Tensor> Forward(Tensor input, in Pass pass) => Forward(input, pass, null);

    /// <summary>Runs forward and shows each layer with its inputs before it runs.</summary>
    internal IReadOnlyList<Tensor> Forward(Tensor input, in Pass pass, Action<Entry, IReadOnlyList<Tensor>>? before)
    {
        _input = input;
        foreach (var entry in _entries)
        {
            Tensor[] inputs = [.. entry.Inputs.Select(Value)];
            before?.Invoke(entry, inputs);
            entry.Output = entry.Layer.Forward(inputs, pass);
        }

        return [.. _outputs.Select(o => Value(o.Node))];
    }

    /// <summary>
    /// Runs backward from the gradients of the outputs, in their order; null where an output does not count in this step.
    /// Leaves the gradients in the parameters.
    /// </summary>
    public void Backward(IReadOnlyList<Tensor?> outputGradients, in Pass pass)
    {
        foreach (var entry in _entries) entry.ResetGradient();
        for (var i = 0; i < _outputs.Count; i++)
        {
            if (outputGradients[i] is { } g && _outputs[i].Node.Index >= 0) _entries[_outputs[i].Node.Index].Accumulate(g);
        }

        for (var i = _entries.Count - 1; i >= 0; i--)
        {
            var entry = _entries[i];
            if (entry.Gradient is null || !entry.IsLearning)
            {
                entry.ClearParameterGradients();
                continue;
            }

            var gradients = entry.Layer.Backward(entry.Gradient, entry.Wanted, pass);
            for (var k = 0; k < entry.Inputs.Count; k++)
            {
                if (entry.Wanted[k] && gradients[k] is { } g) _entries[entry.Inputs[k].Index].Accumulate(g);
            }

            if (entry.Layer.IsFrozen) entry.ClearParameterGradients();
        }
    }

    private bool IsLearning(Node node) => node.Index >= 0 && _entries[node.Index].IsLearning;

    private Tensor Value(Node node) => node.Index < 0 ? _input : _entries[node.Index].Output;

    /// <summary>A layer in its place.</summary>
    public sealed class Entry
    {
        private readonly Tensor _sum = new();

        internal Entry(string name, Layer layer, IReadOnlyList<Node> inputs, Func<Node, bool> isLearning)
        {
            (Name, Layer, Inputs, Wanted) = (name, layer, inputs, new bool[inputs.Count]);
            Trace(isLearning);
        }

        /// <summary>Its name.</summary>
        public string Name { get; }

        /// <summary>The layer.</summary>
        public Layer Layer { get; }

        /// <summary>The nodes it reads.</summary>
        public IReadOnlyList<Node> Inputs { get; }

        internal Tensor Output { get; set; } = new();

        internal bool[] Wanted { get; }

        // Whether the layer or any before it has something to learn, so that a gradient must reach it.
        internal bool IsLearning { get; private set; }

        internal Tensor? Gradient { get; private set; }

        internal void Trace(Func<Node, bool> isLearning)
        {
            for (var i = 0; i < Inputs.Count; i++) Wanted[i] = isLearning(Inputs[i]);
            IsLearning = Layer.IsLearning || Wanted.Contains(true);
        }

        internal void ResetGradient() => Gradient = null;

        internal void ClearParameterGradients()
        {
            foreach (var p in Layer.Parameters) p.Gradient?.Clear();
        }

        // A gradient handed over may be shared with another node, so a sum goes to memory of this node's own.
        internal void Accumulate(Tensor gradient)
        {
            if (Gradient is null)
            {
                Gradient = gradient;
                return;
            }

            var first = Gradient;
            if (first != _sum) _sum.Resize(gradient.Shape);
            TensorPrimitives.Add<float>(first.Span, gradient.Span, _sum.Span);
            Gradient = _sum;
        }
    }
}
