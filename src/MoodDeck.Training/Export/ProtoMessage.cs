using System.Runtime.InteropServices;
using Google.Protobuf;

namespace MoodDeck.Training.Export;

/// <summary>One protobuf message to be written, field by field; ONNX needs no more of the format than this.</summary>
internal sealed class ProtoMessage
{
    private readonly List<Action<CodedOutputStream>> _fields = [];

    public ProtoMessage Text(int field, string value) => Field(field, WireFormat.WireType.LengthDelimited, o => o.WriteString(value));

    public ProtoMessage Integer(int field, long value) => Field(field, WireFormat.WireType.Varint, o => o.WriteInt64(value));

    public ProtoMessage Real(int field, float value) => Field(field, WireFormat.WireType.Fixed32, o => o.WriteFloat(value));

    public ProtoMessage Floats(int field, ReadOnlySpan<float> values) => Raw(field, MemoryMarshal.AsBytes(values));

    public ProtoMessage Raw(int field, ReadOnlySpan<byte> bytes) => Bytes(field, bytes.ToArray());

    public ProtoMessage Message(int field, ProtoMessage value) => Bytes(field, value.ToArray());

    public byte[] ToArray()
    {
        using var bytes = new MemoryStream();
        using var output = new CodedOutputStream(bytes);
        foreach (var field in _fields) field(output);
        output.Flush();
        return bytes.ToArray();
    }

    private ProtoMessage Bytes(int field, byte[] bytes) =>
        Field(field, WireFormat.WireType.LengthDelimited, o => o.WriteBytes(UnsafeByteOperations.UnsafeWrap(bytes)));

    private ProtoMessage Field(int field, WireFormat.WireType type, Action<CodedOutputStream> write)
    {
        _fields.Add(o =>
        {
            o.WriteTag(field, type);
            write(o);
        });
        return this;
    }
}
