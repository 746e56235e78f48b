using System.Runtime.InteropServices;

namespace MoodDeck.Training.Import;

/// <summary>A tensor of real numbers that stands in an ONNX file, whatever their precision there.</summary>
/// <param name="Name">Its name; empty for the value of a Constant node.</param>
/// <param name="Shape">Its shape; empty for a single number.</param>
/// <param name="Values">The numbers.</param>
internal sealed record OnnxConstant(string Name, int[] Shape, float[] Values)
{
    // TensorProto.DataType.
    private const int Float = 1;
    private const int Half = 10;
    private const int Double = 11;
    private const int BFloat = 16;

    /// <summary>Reads a TensorProto (onnx.proto3); null for integers, texts and what does not fill its shape.</summary>
    /// <exception cref="InvalidDataException">The numbers lie in another file.</exception>
    public static OnnxConstant? Read(ReadOnlyMemory<byte> message)
    {
        List<long> shape = [];
        List<ProtoField> data = [];
        var (name, type) = ("", 0);
        foreach (var field in ProtoReader.Fields(message))
        {
            switch (field.Number)
            {
                case 1:
                    shape.AddRange(field.Integers);
                    break;
                case 2:
                    type = (int)field.Number64;
                    break;
                case 4 or 5 or 9 or 10:
                    data.Add(field);
                    break;
                case 8:
                    name = field.Text;
                    break;
                case 14 when field.Number64 == 1:
                    throw new InvalidDataException($"the weights ({name}) lie in another file beside it. Save the model as one file; in Python: onnx.save_model(onnx.load(\"model.onnx\"), \"one.onnx\")");
            }
        }

        if (type is not (Float or Half or Double or BFloat)) return null;
        var values = data.Count == 1 ? Numbers(type, data[0]) : [.. data.SelectMany(d => Numbers(type, d))];
        var length = shape.Aggregate(1.0, (product, side) => product * side); // no overflow, whatever the file says
        return values.Length > 0 && length == values.Length && shape.TrueForAll(s => s > 0) ? new(name, [.. shape.Select(s => (int)s)], values) : null;
    }

    private static float[] Numbers(int type, ProtoField field) => (type, field) switch
    {
        (Float, { IsBytes: false }) => [BitConverter.UInt32BitsToSingle((uint)field.Number64)],
        (Float, _) => MemoryMarshal.Cast<byte, float>(field.Bytes.Span).ToArray(),
        (Double, { IsBytes: false }) => [(float)BitConverter.UInt64BitsToDouble(field.Number64)],
        (Double, _) => Cast<double>(field, v => (float)v),
        (_, { Number: 9 }) => Cast<ushort>(field, v => Short(type, v)),
        _ => [.. field.Integers.Select(v => Short(type, (ushort)v))], // sixteen bits each in an integer of their own
    };

    private static float Short(int type, ushort bits) => type == Half ? (float)BitConverter.UInt16BitsToHalf(bits) : BitConverter.UInt32BitsToSingle((uint)bits << 16);

    private static float[] Cast<T>(ProtoField field, Func<T, float> convert)
        where T : unmanaged => Array.ConvertAll(MemoryMarshal.Cast<byte, T>(field.Bytes.Span).ToArray(), v => convert(v));
}
