using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using CsvHelper.Configuration;

namespace MoodDeck.Training.Tracks;

/// <summary>
/// Reads tables of labelled music by their columns: <c>file</c>, and either <c>quadrant</c>, <c>valence</c> and <c>arousal</c> (-1 to 1)
/// or the nine shares of <see cref="FeltEmotions"/>; <c>set</c> and <c>group</c>, <c>artist</c> or <c>genre</c> where there are any. Commas or
/// tabs, packed with gzip or not.
/// </summary>
public static class TrackLabels
{
    /// <summary>All rows of a table.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A column is missing, or a row cannot be read; the message says which.</exception>
    public static IReadOnlyList<TrackLabel> Read(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"{path} does not exist.", path);
        using var text = Open(path);
        var head = text.ReadLine() ?? throw new InvalidDataException($"{path} is empty.");
        var separator = head.Contains('\t', StringComparison.Ordinal) ? "\t" : ",";
        var columns = head.Split(separator).Select(c => c.Trim().Trim('"').ToLowerInvariant()).ToArray();
        if (!columns.Contains("file")) throw new InvalidDataException($"{path} has no column \"file\"; its header is \"{head}\".");
        CsvConfiguration how = new(CultureInfo.InvariantCulture) { Delimiter = separator, HasHeaderRecord = false, Mode = separator == "\t" ? CsvMode.NoEscape : CsvMode.RFC4180, BadDataFound = null };
        using CsvReader csv = new(text, how);
        List<TrackLabel> labels = [];
        while (csv.Read())
        {
            string Cell(string name) => Array.IndexOf(columns, name) is var i and >= 0 ? csv.TryGetField<string>(i, out var cell) ? cell!.Trim() : "" : "";
            try
            {
                if (Cell("file").Length > 0) labels.Add(Row(Cell));
            }
            catch (FormatException e)
            {
                throw new InvalidDataException($"{path}, line {csv.Parser.Row + 1}: {e.Message}", e);
            }
        }

        return labels.Count > 0 ? labels : throw new InvalidDataException($"{path} has no rows.");
    }

    private static TrackLabel Row(Func<string, string> cell)
    {
        var shares = FeltEmotions.Names.Select(name => Number(cell(name))).ToArray();
        var felt = shares.All(s => s is not null) ? shares.Select(s => s!.Value).ToArray() : [];
        var place = FeltEmotions.Place(felt);
        // Without a word on what belongs together, a file stands for itself.
        var group = new[] { cell("group"), cell("artist"), cell("track"), cell("file") }.First(g => g.Length > 0);
        return new(cell("file"), cell("set"), $"{cell("set")}/{group}")
        {
            Quadrant = Number(cell("quadrant")) is { } q ? (int)q : null,
            Valence = Number(cell("valence")) ?? place?.Valence,
            Arousal = Number(cell("arousal")) ?? place?.Arousal,
            Shares = felt,
        };
    }

    private static double? Number(string text) => text.Length == 0 ? null
        : double.TryParse(text, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
        : throw new FormatException($"\"{text}\" is no number.");

    private static StreamReader Open(string path)
    {
        var file = File.OpenRead(path);
        var packed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return new(packed ? new GZipStream(file, CompressionMode.Decompress) : file);
    }
}
