namespace MoodDeck.Library.Import;

/// <summary>Recognises files that are often taken for tables, so that the message says what to do with them.</summary>
internal static class ForeignFiles
{
    private static readonly (byte[] Start, string Advice)[] Known =
    [
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or a spreadsheet. Unpack it, or save the sheet as CSV, and import that."),
        ("PAR1"u8.ToArray(), "a Parquet file. Save it as CSV and import that."),
        ("SQLite format 3"u8.ToArray(), "a database. Save the table as CSV and import that."),
        ("%PDF"u8.ToArray(), "a PDF document, not a table."),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture, not a table."),
        ([0xFF, 0xD8, 0xFF], "a picture, not a table."),
        ("ID3"u8.ToArray(), "a piece of music. Take music in with: library scan FOLDER"),
        ("fLaC"u8.ToArray(), "a piece of music. Take music in with: library scan FOLDER"),
        ("OggS"u8.ToArray(), "a piece of music. Take music in with: library scan FOLDER"),
        ("RIFF"u8.ToArray(), "a piece of music. Take music in with: library scan FOLDER"),
    ];

    /// <summary>What the file is and what to do, to follow "is"; null when it is none of these.</summary>
    public static string? Advice(string path)
    {
        using var file = TableText.OpenFile(path);
        var start = new byte[16];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Known.FirstOrDefault(k => start.AsSpan(0, length).StartsWith(k.Start)).Advice;
    }
}
