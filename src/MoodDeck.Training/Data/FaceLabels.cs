using System.Text;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Data;

/// <summary>The faces of one picture.</summary>
/// <param name="Image">The picture's name inside its archive, with forward slashes.</param>
/// <param name="Source">Where the picture comes from, empty where the file does not say.</param>
/// <param name="Faces">Its faces in pixels of the picture as displayed; none for a face-free picture.</param>
public sealed record FaceLabels(string Image, string Source, FaceBox[] Faces)
{
    /// <summary>
    /// Reads a CSV file with the columns <c>image,x,y,w,h</c> and, where present, <c>source</c>: one row per face, and one
    /// row with an empty box for a picture without faces.
    /// </summary>
    /// <returns>The pictures in the order of their first row, and the rows that were skipped.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Columns are missing or too many rows are bad.</exception>
    public static (IReadOnlyList<FaceLabels> Images, BadRows Bad) Read(string path)
    {
        using var reader = Utf8LineReader.Open(path);
        if (!reader.TryRead(out var header, out _)) throw new InvalidDataException($"{path} is empty.");
        var columns = new CsvColumns(path, header);
        var (image, source) = (columns.Require("image"), columns.Find("source"));
        int[] box = [columns.Require("x"), columns.Require("y"), columns.Require("w"), columns.Require("h")];
        var faces = new Dictionary<string, (string Source, List<FaceBox> Faces)>();
        var bad = new BadRows();
        var rows = 0;
        while (reader.TryRead(out var line, out _))
        {
            if (line.IsEmpty) continue;
            rows++;
            var name = Encoding.UTF8.GetString(CsvColumns.Field(line, image)).Replace('\\', '/');
            if (name.Length == 0 || !TryBox(line, box, out var face))
            {
                bad.Add(reader.LineNumber, name.Length == 0 ? "no image is named" : "the box is not four numbers with a positive size");
                continue;
            }

            if (!faces.TryGetValue(name, out var known))
                faces[name] = known = (source < 0 ? "" : Encoding.UTF8.GetString(CsvColumns.Field(line, source)), []);
            if (face is { } bounds) known.Faces.Add(bounds);
        }

        bad.Judge(path, rows);
        return ([.. faces.Select(f => new FaceLabels(f.Key, f.Value.Source, [.. f.Value.Faces]))], bad);
    }

    private static bool TryBox(ReadOnlySpan<byte> line, int[] columns, out FaceBox? face)
    {
        Span<float> values = stackalloc float[4];
        var given = 0;
        face = null;
        for (var i = 0; i < columns.Length; i++)
        {
            var field = CsvColumns.Field(line, columns[i]);
            if (field.IsEmpty) continue;
            if (!CsvColumns.TryNumber(field, out values[i])) return false;
            given++;
        }

        if (given == 0) return true;
        if (given < 4 || values[2] <= 0 || values[3] <= 0) return false;
        face = new FaceBox(values[0], values[1], values[2], values[3]);
        return true;
    }
}
