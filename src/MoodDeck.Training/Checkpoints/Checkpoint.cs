using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace MoodDeck.Training.Checkpoints;

/// <summary>
/// A run's state in one file: a header in JSON and arrays of floats. It is written to a temporary file first and then
/// moved into place, so that a run killed at any moment leaves the last whole checkpoint.
/// </summary>
public static class Checkpoint
{
    private static ReadOnlySpan<byte> Magic => "MDCK0001"u8;

    /// <summary>Writes a checkpoint; the header is what the run remembers beside its arrays.</summary>
    public static void Save<THeader>(string path, THeader header, IReadOnlyList<Tensor> tensors)
    {
        var partial = path + ".partial";
        using (var file = File.Create(partial))
        using (var writer = new BinaryWriter(file))
        {
            writer.Write(Magic);
            var json = JsonSerializer.SerializeToUtf8Bytes(header);
            writer.Write(json.Length);
            writer.Write(json);
            writer.Write(tensors.Count);
            foreach (var tensor in tensors)
            {
                writer.Write(tensor.Length);
                writer.Write(MemoryMarshal.AsBytes(tensor.Span));
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Reads the header alone.</summary>
    /// <exception cref="InvalidDataException">The file is not a checkpoint, or was cut off.</exception>
    public static THeader LoadHeader<THeader>(string path)
        where THeader : class
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        return Header<THeader>(path, reader);
    }

    /// <summary>Reads the arrays into tensors of the same lengths and returns the header.</summary>
    /// <exception cref="InvalidDataException">The file is not a checkpoint of this network, or was cut off.</exception>
    public static THeader Load<THeader>(string path, IReadOnlyList<Tensor> tensors)
        where THeader : class
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        try
        {
            var header = Header<THeader>(path, reader);
            var count = reader.ReadInt32();
            if (count != tensors.Count) throw new InvalidDataException($"{path} holds {count} arrays; this network has {tensors.Count}.");
            foreach (var tensor in tensors)
            {
                var length = reader.ReadInt32();
                if (length != tensor.Length) throw new InvalidDataException($"{path} holds an array of {length} numbers where this network has {tensor.Length}.");
                reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(tensor.Span));
            }

            return header;
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException($"{path} ends too soon. Delete it and start the run anew.", e);
        }
    }

    private static THeader Header<THeader>(string path, BinaryReader reader)
        where THeader : class
    {
        Span<byte> magic = stackalloc byte[8];
        if (reader.BaseStream.ReadAtLeast(magic, 8, throwOnEndOfStream: false) < 8 || !magic.SequenceEqual(Magic))
            throw new InvalidDataException($"{path} is not a checkpoint of MoodDeck.");
        Span<byte> prefix = stackalloc byte[sizeof(int)];
        var length = reader.BaseStream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length ? 0 : BinaryPrimitives.ReadInt32LittleEndian(prefix);
        if (length is < 2 or > 64 << 20) throw new InvalidDataException($"{path} is damaged.");
        var json = reader.ReadBytes(length);
        try
        {
            return JsonSerializer.Deserialize<THeader>(Encoding.UTF8.GetString(json)) ?? throw new InvalidDataException($"{path} is damaged.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is damaged.", e);
        }
    }
}
