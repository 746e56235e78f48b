using System.Runtime.InteropServices;

namespace MoodDeck.Onnx.Tests;

/// <summary>Writes small ONNX models (onnx.proto, opset 17) for tests.</summary>
internal sealed class TinyOnnx
{
    public const int Float32 = 1, Int64 = 7;

    private readonly List<Action<ProtoWriter>> _graph = [];
    private readonly List<(string Key, string Value)> _metadata = [];

    /// <summary>An input; dimensions of -1 are dynamic.</summary>
    public TinyOnnx Input(string name, int[] shape, int type = Float32) => ValueInfo(11, name, shape, type);

    /// <summary>An output; dimensions of -1 are dynamic.</summary>
    public TinyOnnx Output(string name, int[] shape, int type = Float32) => ValueInfo(12, name, shape, type);

    public TinyOnnx Constant(string name, int[] shape, params float[] values) => Add(g => g.Message(5, t =>
    {
        foreach (var d in shape) t.Number(1, d);
        t.Number(2, Float32).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values.AsSpan()));
    }));

    public TinyOnnx Node(string op, string[] inputs, string output, params (string Name, long[] Values)[] attributes) => Add(g => g.Message(1, n =>
    {
        foreach (var input in inputs) n.Text(1, input);
        n.Text(2, output).Text(4, op);
        foreach (var (name, values) in attributes) n.Message(5, a => Attribute(a, name, values));
    }));

    public TinyOnnx Metadata(string key, string value)
    {
        _metadata.RemoveAll(m => m.Key == key);
        _metadata.Add((key, value));
        return this;
    }

    public TinyOnnx WithoutMetadata(string key)
    {
        _metadata.RemoveAll(m => m.Key == key);
        return this;
    }

    public byte[] ToArray()
    {
        ProtoWriter model = new();
        model.Number(1, 8).Text(2, "MoodDeck tests");
        model.Message(7, g =>
        {
            g.Text(2, "tiny");
            foreach (var part in _graph) part(g);
        });
        model.Message(8, o => o.Text(1, "").Number(2, 17));
        foreach (var (key, value) in _metadata) model.Message(14, p => p.Text(1, key).Text(2, value));
        return model.ToArray();
    }

    public string Save(string path)
    {
        File.WriteAllBytes(path, ToArray());
        return path;
    }

    private TinyOnnx ValueInfo(int field, string name, int[] shape, int type) => Add(g => g.Message(field, v => v.Text(1, name).Message(2, t => t.Message(1, tensor =>
    {
        tensor.Number(1, type).Message(2, s =>
        {
            for (var i = 0; i < shape.Length; i++)
            {
                var (axis, size) = (i, shape[i]);
                s.Message(1, d => _ = size < 0 ? d.Text(2, $"{name}{axis}") : d.Number(1, size));
            }
        });
    }))));

    private static void Attribute(ProtoWriter writer, string name, long[] values)
    {
        const int ints = 7, integer = 2;
        writer.Text(1, name);
        if (values.Length == 1 && name is "axis" or "group" or "to") writer.Number(3, values[0]).Number(20, integer);
        else
        {
            foreach (var v in values) writer.Number(8, v);
            writer.Number(20, ints);
        }
    }

    private TinyOnnx Add(Action<ProtoWriter> part)
    {
        _graph.Add(part);
        return this;
    }
}
