using System.Text;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Data;

/// <summary>
/// The columns of EMOTIC's annotations (Kosti et al. 2019, "Context based emotion recognition using EMOTIC dataset") in
/// the two layouts they are passed on in: lists as text (<c>BBox</c>, <c>Continuous_Labels</c>), or a column for every
/// number (<c>X_min … Y_max</c>, <c>Valence, Arousal, Dominance</c>).
/// </summary>
internal sealed class EmoticColumns
{
    private readonly int[] _box;
    private readonly int[] _vad;
    private readonly int _folder;
    private readonly int _file;
    private readonly int _crop;
    private readonly int _usage;

    private EmoticColumns(CsvColumns columns, int[] box, int[] vad) => (_box, _vad, _folder, _file, _crop, _usage) = (
        box, vad, columns.Find("Folder"), First(columns, "Filename", "File_name", "Image"), columns.Find("Crop_name"), First(columns, "Usage", "Split", "Set"));

    /// <summary>The columns of a header; null when it is not EMOTIC's.</summary>
    public static EmoticColumns? TryFind(CsvColumns columns)
    {
        int[] box = columns.Find("BBox") is >= 0 and var list ? [list] : [.. ((string[])["X_min", "Y_min", "X_max", "Y_max"]).Select(columns.Find)];
        int[] vad = columns.Find("Continuous_Labels") is >= 0 and var lists ? [lists] : [.. ((string[])["Valence", "Arousal", "Dominance"]).Select(columns.Find)];
        return box.Contains(-1) || vad.Contains(-1) || First(columns, "Filename", "File_name", "Image") < 0 ? null : new(columns, box, vad);
    }

    /// <summary>Reads a row; what is wrong with it, or null.</summary>
    public string? TryRead(ReadOnlySpan<byte> line, int lineNumber, out EmoticRow row)
    {
        row = default;
        var file = Text(line, _file).Replace('\\', '/');
        if (file.Length == 0) return "no picture is named";
        var folder = Text(line, _folder).Replace('\\', '/').Trim('/');
        var name = folder.Length == 0 ? file : $"{folder}/{file}";
        if (PictureNames.Problem(name) is { } problem) return $"the picture's {problem["its ".Length..]}";
        Span<float> box = stackalloc float[4];
        if (!TryNumbers(line, _box, box) || box.ContainsAnyExceptInRange(-1e6f, 1e6f)) return "the box is not four numbers";
        if (box[2] <= box[0] || box[3] <= box[1]) return "the box is empty";
        var vad = new float[FaceImageSet.VadColumns];
        if (!TryNumbers(line, _vad, vad)) return "valence, arousal and dominance are not three numbers";
        foreach (ref var value in vad.AsSpan())
        {
            if (value is < 1 or > 10) return FormattableString.Invariant($"{value} is not in EMOTIC's 1 to 10");
            value = (value - 5.5f) / 4.5f;
        }

        var crop = Text(line, _crop);
        row = new EmoticRow(lineNumber, name, crop.Length == 0 || PictureNames.Problem(crop) is not null ? null : crop,
            new FaceBox(box[0], box[1], box[2] - box[0], box[3] - box[1]), vad, Text(line, _usage));
        return null;
    }

    private static int First(CsvColumns columns, params string[] names) => names.Select(columns.Find).FirstOrDefault(i => i >= 0, -1);

    private static string Text(ReadOnlySpan<byte> line, int column) => column < 0 ? "" : Encoding.UTF8.GetString(CsvColumns.Field(line, column));

    // One column with a list such as "[1, 2.5, nan]", or a column for each number.
    private static bool TryNumbers(ReadOnlySpan<byte> line, int[] columns, Span<float> numbers)
    {
        if (columns.Length == numbers.Length)
        {
            for (var i = 0; i < numbers.Length; i++) if (!TryNumber(CsvColumns.Field(line, columns[i]), out numbers[i])) return false;
            return true;
        }

        var list = CsvColumns.Field(line, columns[0]).Trim("[]() "u8);
        var count = 0;
        while (!list.IsEmpty)
        {
            var end = list.IndexOfAny(", "u8);
            var part = end < 0 ? list : list[..end];
            list = end < 0 ? default : list[(end + 1)..].TrimStart(", "u8);
            if (count == numbers.Length || !TryNumber(part, out numbers[count++])) return false;
        }

        return count == numbers.Length;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out float value)
    {
        if (CsvColumns.TryNumber(text, out value)) return true;
        value = float.NaN;
        return text.IsEmpty || text.SequenceEqual("nan"u8) || text.SequenceEqual("NaN"u8);
    }
}
