using System.Text;

namespace MoodDeck.Training.Data;

/// <summary>
/// Reads FER2013 (Goodfellow et al. 2013) in Kaggle's layout: a CSV file, packed with gzip or not, with a column
/// <c>pixels</c> of 2304 grey values and, where known, <c>emotion</c> (0..6) and <c>Usage</c>, in any order.
/// </summary>
public static class Fer2013Reader
{
    /// <summary>Reads a file. Bad rows are skipped and listed in <see cref="FaceImageSet.Bad"/>.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="cacheFolder">A folder for a binary copy that loads at the disk's speed next time, or null for none.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is damaged, lacks the column <c>pixels</c>, or too many rows are bad.</exception>
    public static FaceImageSet Read(string path, string? cacheFolder = null)
    {
        var cache = cacheFolder is null ? null : FaceImageCache.For(path, cacheFolder);
        if (cache?.TryRead() is { } cached) return cached;
        var set = Parse(path);
        try
        {
            cache?.Write(set);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A copy that cannot be kept costs a second next time, nothing more.
        }

        return set;
    }

    private static FaceImageSet Parse(string path)
    {
        using var reader = Utf8LineReader.Open(path);
        if (!reader.TryRead(out var header, out _)) throw new InvalidDataException($"{path} is empty.");
        var columns = new CsvColumns(path, header);
        var pixels = columns.Require("pixels");
        var emotion = columns.Find("emotion");
        var usage = columns.Find("Usage");
        var builder = new FaceImageSetBuilder(path);
        var rows = 0;
        while (reader.TryRead(out var line, out var tooLong))
        {
            if (line.IsEmpty && !tooLong) continue;
            var problem = tooLong ? $"longer than {Utf8LineReader.MaxLineBytes} bytes" : ReadRow(builder, line, pixels, emotion, usage, rows);
            if (problem is not null) builder.Bad.Add(reader.LineNumber, problem);
            rows++;
        }

        builder.Bad.Judge(path, rows);
        return builder.Build(rows);
    }

    private static string? ReadRow(FaceImageSetBuilder builder, ReadOnlySpan<byte> line, int pixels, int emotion, int usage, int row)
    {
        var label = FaceImageSet.NoLabel;
        if (emotion >= 0 && CsvColumns.Field(line, emotion) is { IsEmpty: false } text)
        {
            if (!CsvColumns.TryInteger(text, out var value) || value is < 0 or > 6)
                return $"the emotion is \"{Encoding.UTF8.GetString(text[..Math.Min(text.Length, 20)])}\", expected 0 to 6";
            label = (byte)value;
        }

        var usageIndex = builder.UsageIndex(usage < 0 ? default : CsvColumns.Field(line, usage));
        if (usageIndex < 0) return "the usage is no name";
        if (ParsePixels(CsvColumns.Field(line, pixels), builder.NextPixels()) is { } problem) return problem;
        builder.Commit(label, (byte)usageIndex, row);
        return null;
    }

    private static string? ParsePixels(ReadOnlySpan<byte> text, Span<byte> pixels)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ') continue;
            var value = 0;
            do
            {
                var digit = c - '0';
                if ((uint)digit > 9) return $"pixel {count + 1} is not a number";
                value = (value * 10) + digit;
                if (value > 255) return $"pixel {count + 1} is more than 255";
                if (++i == text.Length) break;
                c = text[i];
            }
            while (c != ' ');

            if (count == pixels.Length) return $"more than {pixels.Length} pixels";
            pixels[count++] = (byte)value;
        }

        return count == pixels.Length ? null : $"{count} pixels, expected {pixels.Length}";
    }
}
