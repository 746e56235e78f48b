using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace MoodDeck.Library.Export;

/// <summary>Writes rows as CSV (RFC 4180, UTF-8 without a mark) that a spreadsheet opens without running anything.</summary>
internal static class CsvRows
{
    /// <summary>Writes a header and every row; returns how many rows.</summary>
    public static async Task<int> WriteAsync(Stream destination, IEnumerable<string> names, IAsyncEnumerable<object?[]> rows)
    {
        await using var text = new StreamWriter(destination, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = NeedsQuotes });
        foreach (var name in names) csv.WriteField(name);
        await csv.NextRecordAsync();
        var count = 0;
        await foreach (var row in rows)
        {
            foreach (var value in row)
                csv.WriteField(value is string cell ? SpreadsheetText.Escape(cell) : Convert.ToString(value, CultureInfo.InvariantCulture));
            await csv.NextRecordAsync();
            count++;
        }

        return count;
    }

    // The writer by itself would leave a single line feed bare.
    private static bool NeedsQuotes(ShouldQuoteArgs args) =>
        args.Field is { Length: > 0 } text && (text.AsSpan().ContainsAny("\",\r\n") || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));
}
