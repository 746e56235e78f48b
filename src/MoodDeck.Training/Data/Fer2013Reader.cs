using System.Globalization;
using System.Text;
using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;

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
    public static FaceImageSet Read(string path, string? cacheFolder = null) => Read(path, LabelMap.Default, cacheFolder);

    /// <summary>The same, with the user's own meaning of the column <c>emotion</c>.</summary>
    internal static FaceImageSet Read(string path, LabelMap labels, string? cacheFolder)
    {
        var cache = cacheFolder is null ? null : FaceImageCache.For(path, cacheFolder, labels.Key);
        return FaceImageCache.ReadThrough(cache, () => Parse(path, labels), path);
    }

    private static FaceImageSet Parse(string path, LabelMap labels)
    {
        using var reader = Utf8LineReader.Open(path);
        if (!reader.TryRead(out var header, out _)) throw new InvalidDataException($"{path} is empty.");
        var columns = new CsvColumns(path, header);
        var row = new RowReader(new FaceImageSetBuilder(path), columns.Require("pixels"), columns.Find("emotion"), columns.Find("Usage"), labels);
        var rows = 0;
        while (reader.TryRead(out var line, out var tooLong))
        {
            if (line.IsEmpty && !tooLong) continue;
            var problem = tooLong ? $"longer than {Utf8LineReader.MaxLineBytes} bytes" : row.Read(line, reader.LineNumber, rows);
            if (problem is not null) row.Builder.Bad.Add(reader.LineNumber, problem);
            rows++;
        }

        row.Builder.Bad.Judge(path, rows);
        return row.Builder.Build(rows);
    }

    private sealed record RowReader(FaceImageSetBuilder Builder, int Pixels, int Emotion, int Usage, LabelMap Labels)
    {
        /// <summary>Reads one line; what is wrong with it, or null.</summary>
        public string? Read(ReadOnlySpan<byte> line, int lineNumber, int row)
        {
            var label = FaceImageSet.NoLabel;
            Emotion? own = null;
            if (Emotion >= 0 && CsvColumns.Field(line, Emotion) is { IsEmpty: false } text)
            {
                if (Labels.HasOwn && Encoding.UTF8.GetString(text) is var word && Labels.IsOwn(word))
                {
                    own = Labels.Find(word).Emotion;
                    if (own is null) return null;
                    label = LabelOf(own.Value);
                }
                else if (!CsvColumns.TryInteger(text, out var value) || value is < 0 or > 6)
                {
                    return $"the emotion is \"{Encoding.UTF8.GetString(text[..Math.Min(text.Length, 20)])}\", expected 0 to 6";
                }
                else
                {
                    label = (byte)value;
                }
            }

            var usageIndex = Builder.UsageIndex(Usage < 0 ? default : CsvColumns.Field(line, Usage));
            if (usageIndex < 0) return "the usage is no name";
            if (ParsePixels(CsvColumns.Field(line, Pixels), Builder.NextPixels()) is { } problem) return problem;
            Builder.Commit(label, (byte)usageIndex, row, string.Create(CultureInfo.InvariantCulture, $"line {lineNumber}"));
            // What FER2013's seven do not know would be lost without votes, and votes for some rows only would say that
            // the others show nothing.
            if (Labels.HasOwn && label != FaceImageSet.NoLabel) own ??= ExpressionLabels.Fer2013Emotions[label];
            if (own is { } emotion) Builder.Vote(emotion);
            return null;
        }
    }

    /// <summary>FER2013's label of an expression; <see cref="FaceImageSet.NoLabel"/> for contempt.</summary>
    internal static byte LabelOf(Emotion emotion)
    {
        for (var i = 0; i < ExpressionLabels.Fer2013Emotions.Count; i++) if (ExpressionLabels.Fer2013Emotions[i] == emotion) return (byte)i;
        return FaceImageSet.NoLabel;
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
