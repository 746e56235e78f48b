using System.Buffers.Text;
using System.Text;

namespace MoodDeck.Training.Data;

/// <summary>The header of a CSV file and access to a line's fields by column, on bytes.</summary>
internal sealed class CsvColumns
{
    private readonly string _file;
    private readonly string[] _names;

    /// <summary>Reads a header line; names are trimmed and compared without regard to case.</summary>
    public CsvColumns(string file, ReadOnlySpan<byte> header)
    {
        _file = file;
        _names = Encoding.UTF8.GetString(header).Split(',');
        for (var i = 0; i < _names.Length; i++) _names[i] = _names[i].Trim().Trim('"').Trim();
    }

    /// <summary>The header as it may be printed.</summary>
    public string Header => PictureNames.Printable(string.Join(',', _names));

    /// <summary>The position of a column, or -1.</summary>
    public int Find(string name) => Array.FindIndex(_names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The position of a column that must be there.</summary>
    /// <exception cref="InvalidDataException">There is no such column.</exception>
    public int Require(string name)
    {
        var index = Find(name);
        return index >= 0
            ? index
            : throw new InvalidDataException($"{_file} has no column \"{name}\"; its header is \"{Header}\".");
    }

    /// <summary>
    /// One field of a line, without surrounding blanks and quotes; empty when the line ends before it. Doubled quotes
    /// inside a field are left as they are: none of the columns read here can hold one.
    /// </summary>
    public static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int column)
    {
        for (var i = 0; ; i++)
        {
            var length = FieldLength(line);
            if (i == column) return line[..length].Trim(" \t\""u8);
            if (length >= line.Length) return default;
            line = line[(length + 1)..];
        }
    }

    /// <summary>A whole number that fills a field.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> field, out int value) =>
        Utf8Parser.TryParse(field, out value, out var used) && used == field.Length && used > 0;

    /// <summary>A finite number that fills a field.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> field, out float value) =>
        Utf8Parser.TryParse(field, out value, out var used) && used == field.Length && used > 0 && float.IsFinite(value);

    private static int FieldLength(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("\""u8) && line[1..].IndexOf((byte)'"') is >= 0 and var close)
        {
            var rest = line[(close + 2)..].IndexOf((byte)',');
            return rest < 0 ? line.Length : close + 2 + rest;
        }

        var comma = line.IndexOf((byte)',');
        return comma < 0 ? line.Length : comma;
    }
}
