using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MoodDeck.Library.Import;

/// <summary>A table as delimited text: comma, semicolon, tab or bar, with a header. Lines before it that start with # are comments.</summary>
internal sealed class DelimitedTable : ITable
{
    // A quote that is never closed would take the rest of the file into one cell.
    private const int LongestCell = 100_000;
    private readonly string _path;
    private readonly CsvConfiguration _configuration;

    private readonly bool _hasHeader;

    private DelimitedTable(string path, CsvConfiguration configuration, string header)
    {
        (_path, _configuration) = (path, configuration);
        using var parser = new CsvParser(new StringReader(header), configuration);
        string[] first = parser.Read() ? [.. parser.Record!.Select(c => c.Trim())] : [];
        var headerless = HeaderlessPlays.Columns(first);
        _hasHeader = headerless is null;
        Columns = headerless ?? first;
    }

    public string Kind => _configuration.Delimiter == "\t" ? "table, tab separated" : "table (CSV)";

    public bool IsDelimited => true;

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Opens a file; <paramref name="name"/> is its name without <c>.gz</c>.</summary>
    public static DelimitedTable Open(string path, string name)
    {
        using var text = TableText.Open(path);
        var (header, _) = ReadHeader(text);
        var isTabbed = Path.GetExtension(name).ToLowerInvariant() is ".tsv" or ".tab";
        var delimiter = isTabbed && header.Contains('\t', StringComparison.Ordinal) ? '\t' : MostFrequent(header);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            // Tab separated files are mostly written without quoting, where a quote is a character like any other.
            Mode = delimiter == '\t' && !LooksQuoted(text) ? CsvMode.NoEscape : CsvMode.RFC4180,
            BadDataFound = null,
            MaxFieldSize = LongestCell,
        };
        return new(path, configuration, header);
    }

    public IEnumerable<TableRow> Rows()
    {
        using var text = TableText.Open(_path);
        var headerLine = _hasHeader ? ReadHeader(text).Line : 0;
        using var parser = new CsvParser(text, _configuration);
        while (Advance(parser, headerLine))
        {
            var cells = parser.Record!;
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            var line = headerLine + parser.RawRow;
            if (cells.Length > Columns.Count && cells.Skip(Columns.Count).All(string.IsNullOrWhiteSpace)) cells = cells[..Columns.Count];
            yield return cells.Length == Columns.Count
                ? new(line, cells)
                : new(line, cells, Ragged(cells));
        }
    }

    private Flaw Ragged(string[] cells)
    {
        var hint = cells.Any(c => c.Contains('\n', StringComparison.Ordinal)) ? "; a quote that opens in it or before it may never be closed" : "";
        return new("has more or fewer cells than the header", $"has {cells.Length} cells where the header has {Columns.Count}{hint}");
    }

    private bool Advance(CsvParser parser, int headerLine)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException e)
        {
            throw new LibraryException(
                $"{_path}: a quote that opens after line {headerLine + parser.RawRow} is never closed. Close it, or double it if it belongs to the text.", e);
        }
    }

    private static (string Header, int Line) ReadHeader(StreamReader text)
    {
        var number = 0;
        while (TableText.ReadLine(text) is { } line)
        {
            number++;
            if (line.Length > 0 && line[0] != '#' && !string.IsNullOrWhiteSpace(line)) return (line, number);
        }

        return ("", number);
    }

    private static char MostFrequent(string header) => ((char[])[',', ';', '\t', '|']).MaxBy(d => header.Count(c => c == d));

    private static bool LooksQuoted(StreamReader text)
    {
        for (var i = 0; i < 200 && TableText.ReadLine(text) is { } line; i++)
            if (line.Split('\t').Any(cell => cell.Length > 1 && cell[0] == '"' && cell[^1] == '"')) return true;
        return false;
    }
}
