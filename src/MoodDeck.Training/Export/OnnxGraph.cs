namespace MoodDeck.Training.Export;

/// <summary>
/// An ONNX graph being written (onnx.proto3, IR version 8, operator set 17; ai.onnx.ml 3 for trees). Field numbers are those of the ONNX
/// repository's <c>onnx.proto3</c>.
/// </summary>
internal sealed class OnnxGraph
{
    private const int FloatType = 1;
    private const int Int64Type = 7;
    /// <summary>The operators of classical learning, such as trees.</summary>
    public const string Learning = "ai.onnx.ml";

    private readonly List<ProtoMessage> _nodes = [];
    private readonly List<ProtoMessage> _initializers = [];
    private readonly List<ProtoMessage> _inputs = [];
    private readonly List<ProtoMessage> _outputs = [];
    private readonly HashSet<string> _domains = [];

    /// <summary>Adds a node with one output of the given name, and returns that name.</summary>
    public string Node(string operation, string output, IEnumerable<string> inputs, params (string Name, object Value)[] attributes)
    {
        Node(operation, [output], inputs, attributes);
        return output;
    }

    /// <summary>Adds a node with several outputs.</summary>
    public void Node(string operation, IReadOnlyList<string> outputs, IEnumerable<string> inputs, params (string Name, object Value)[] attributes) =>
        Node("", operation, outputs, inputs, attributes);

    /// <summary>Adds a node of another set of operators, such as <see cref="Learning"/>.</summary>
    public void Node(string domain, string operation, IReadOnlyList<string> outputs, IEnumerable<string> inputs, params (string Name, object Value)[] attributes)
    {
        var node = new ProtoMessage();
        foreach (var input in inputs) node.Text(1, input);
        foreach (var output in outputs) node.Text(2, output);
        node.Text(3, $"{operation}:{outputs[0]}").Text(4, operation);
        foreach (var (name, value) in attributes) node.Message(5, Attribute(name, value));
        if (domain.Length > 0)
        {
            node.Text(7, domain);
            _domains.Add(domain);
        }

        _nodes.Add(node);
    }

    /// <summary>Adds a float constant and returns its name.</summary>
    public string Constant(string name, ReadOnlySpan<float> values, params int[] shape)
    {
        var tensor = Header(name, FloatType, shape).Floats(9, values);
        _initializers.Add(tensor);
        return name;
    }

    /// <summary>Adds an integer constant and returns its name.</summary>
    public string Integers(string name, params long[] values)
    {
        var tensor = Header(name, Int64Type, [values.Length]);
        foreach (var v in values) tensor.Integer(7, v);
        _initializers.Add(tensor);
        return name;
    }

    /// <summary>Declares the input; a string stands for a size that is free.</summary>
    public void Input(string name, params object[] shape) => _inputs.Add(Value(name, shape));

    /// <summary>Declares an output; a string stands for a size that is free.</summary>
    public void Output(string name, params object[] shape) => _outputs.Add(Value(name, shape));

    /// <summary>The finished file.</summary>
    public byte[] ToModel(string name, IReadOnlyDictionary<string, string> metadata)
    {
        var graph = new ProtoMessage();
        foreach (var node in _nodes) graph.Message(1, node);
        graph.Text(2, name);
        foreach (var tensor in _initializers) graph.Message(5, tensor);
        foreach (var value in _inputs) graph.Message(11, value);
        foreach (var value in _outputs) graph.Message(12, value);
        var model = new ProtoMessage().Integer(1, 8).Text(2, "MoodDeck").Message(7, graph)
            .Message(8, new ProtoMessage().Text(1, "").Integer(2, 17));
        if (_domains.Contains(Learning)) model.Message(8, new ProtoMessage().Text(1, Learning).Integer(2, 3));
        foreach (var (key, value) in metadata.OrderBy(m => m.Key, StringComparer.Ordinal))
            model.Message(14, new ProtoMessage().Text(1, key).Text(2, value));
        return model.ToArray();
    }

    private static ProtoMessage Header(string name, int type, int[] shape)
    {
        var tensor = new ProtoMessage();
        foreach (var side in shape) tensor.Integer(1, side);
        return tensor.Integer(2, type).Text(8, name);
    }

    private static ProtoMessage Attribute(string name, object value)
    {
        var attribute = new ProtoMessage().Text(1, name);
        switch (value)
        {
            case float real:
                return attribute.Real(2, real).Integer(20, 1);
            case int integer:
                return attribute.Integer(3, integer).Integer(20, 2);
            case string text:
                return attribute.Text(4, text).Integer(20, 3);
            case int[] integers:
                foreach (var i in integers) attribute.Integer(8, i);
                return attribute.Integer(20, 7);
            case float[] reals:
                foreach (var r in reals) attribute.Real(7, r);
                return attribute.Integer(20, 6);
            case string[] texts:
                foreach (var t in texts) attribute.Text(9, t);
                return attribute.Integer(20, 8);
            default:
                throw new ArgumentException($"An attribute cannot be a {value.GetType().Name}.", nameof(value));
        }
    }

    private static ProtoMessage Value(string name, object[] shape)
    {
        var dimensions = new ProtoMessage();
        foreach (var side in shape)
            dimensions.Message(1, side is string free ? new ProtoMessage().Text(2, free) : new ProtoMessage().Integer(1, (int)side));
        var type = new ProtoMessage().Message(1, new ProtoMessage().Integer(1, FloatType).Message(2, dimensions));
        return new ProtoMessage().Text(1, name).Message(2, type);
    }
}
