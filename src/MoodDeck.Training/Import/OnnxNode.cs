namespace MoodDeck.Training.Import;

/// <summary>An attribute of a node; only the kinds that matter for weights.</summary>
/// <param name="Real">A real number.</param>
/// <param name="Integer">An integer.</param>
/// <param name="Text">A text.</param>
/// <param name="Integers">A list of integers.</param>
/// <param name="Tensor">A constant.</param>
internal sealed record OnnxAttribute(float Real, long Integer, string Text, IReadOnlyList<long> Integers, OnnxConstant? Tensor);

/// <summary>An operation of an ONNX graph.</summary>
internal sealed record OnnxNode(string Operation, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyDictionary<string, OnnxAttribute> Attributes)
{
    /// <summary>Reads a NodeProto (onnx.proto3).</summary>
    public static OnnxNode Read(ReadOnlyMemory<byte> message)
    {
        List<string> inputs = [], outputs = [];
        Dictionary<string, OnnxAttribute> attributes = [];
        var operation = "";
        foreach (var field in ProtoReader.Fields(message))
        {
            switch (field.Number)
            {
                case 1:
                    inputs.Add(field.Text);
                    break;
                case 2:
                    outputs.Add(field.Text);
                    break;
                case 4:
                    operation = field.Text;
                    break;
                case 5:
                    ReadAttribute(field.Bytes, attributes);
                    break;
            }
        }

        return new(operation, inputs, outputs, attributes);
    }

    public string Input(int index) => index < Inputs.Count ? Inputs[index] : "";

    public long Integer(string name, long otherwise = 0) => Attributes.TryGetValue(name, out var a) ? a.Integer : otherwise;

    public float Real(string name, float otherwise) => Attributes.TryGetValue(name, out var a) ? a.Real : otherwise;

    public string Text(string name) => Attributes.TryGetValue(name, out var a) ? a.Text : "";

    public IReadOnlyList<long> Integers(string name) => Attributes.TryGetValue(name, out var a) ? a.Integers : [];

    private static void ReadAttribute(ReadOnlyMemory<byte> message, Dictionary<string, OnnxAttribute> target)
    {
        var (name, text, real, integer) = ("", "", 0f, 0L);
        List<long> integers = [];
        OnnxConstant? tensor = null;
        foreach (var field in ProtoReader.Fields(message))
        {
            switch (field.Number)
            {
                case 1:
                    name = field.Text;
                    break;
                case 2:
                    real = BitConverter.UInt32BitsToSingle((uint)field.Number64);
                    break;
                case 3:
                    integer = (long)field.Number64;
                    break;
                case 4:
                    text = field.Text;
                    break;
                case 5:
                    tensor = OnnxConstant.Read(field.Bytes);
                    break;
                case 8:
                    integers.AddRange(field.Integers);
                    break;
            }
        }

        target[name] = new(real, integer, text, integers, tensor);
    }
}
