using System.Runtime.InteropServices;
using Google.Protobuf;

namespace MoodDeck.Training.Import;

/// <summary>The named float constants of an ONNX file.</summary>
public sealed class OnnxWeights
{
    private const int FloatType = 1;
    private readonly Dictionary<string, (int[] Shape, float[] Values)> _tensors = [];

    /// <summary>Names of the constants.</summary>
    public IReadOnlyCollection<string> Names => _tensors.Keys;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not an ONNX file, or holds no weights.</exception>
    public static OnnxWeights Read(string path)
    {
        var weights = new OnnxWeights();
        try
        {
            // ModelProto.graph is field 7, GraphProto.initializer field 5 (onnx.proto3).
            ForEach(File.ReadAllBytes(path), 7, graph => ForEach(graph, 5, weights.AddTensor));
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException($"{path} is not an ONNX file. Give a model written by `mooddeck train` or exported as ONNX.", e);
        }

        return weights._tensors.Count > 0 ? weights : throw new InvalidDataException($"{path} holds no weights. Give a model written by `mooddeck train` or exported as ONNX.");
    }

    /// <summary>The values of a constant with exactly this shape, or null.</summary>
    public float[]? Find(string name, params int[] shape) =>
        _tensors.TryGetValue(name, out var t) && t.Shape.SequenceEqual(shape) ? t.Values : null;

    private void AddTensor(byte[] message)
    {
        List<int> shape = [];
        var (name, type) = ("", 0);
        var values = Array.Empty<float>();
        var input = new CodedInputStream(message);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1 when WireFormat.GetTagWireType(tag) == WireFormat.WireType.Varint:
                    shape.Add((int)input.ReadInt64());
                    break;
                case 1:
                    var packed = new CodedInputStream(input.ReadBytes().ToByteArray());
                    while (!packed.IsAtEnd) shape.Add((int)packed.ReadInt64());
                    break;
                case 2:
                    type = input.ReadInt32();
                    break;
                case 4 or 9 when WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited:
                    values = MemoryMarshal.Cast<byte, float>(input.ReadBytes().Span).ToArray();
                    break;
                case 8:
                    name = input.ReadString();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        // Numbers that lie in another file, or that do not fill the shape, are as good as absent.
        if (type == FloatType && name.Length > 0 && shape.Aggregate(1L, (count, side) => count * side) == values.Length) _tensors[name] = ([.. shape], values);
    }

    private static void ForEach(byte[] message, int field, Action<byte[]> handle)
    {
        var input = new CodedInputStream(message);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            if (WireFormat.GetTagFieldNumber(tag) == field && WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
                handle(input.ReadBytes().ToByteArray());
            else
                input.SkipLastField();
        }
    }
}
