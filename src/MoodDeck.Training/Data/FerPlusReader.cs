using System.Text;
using MoodDeck.Core.Mood;

namespace MoodDeck.Training.Data;

/// <summary>
/// Reads FER+ votes: a CSV file, packed with gzip or not, whose row i belongs to row i of the FER2013 file, with the
/// columns <c>neutral … contempt, unknown, NF</c> in any order and, where present, <c>Usage</c>.
/// </summary>
public static class FerPlusReader
{
    private static readonly string[] Columns = [.. Emotions.Names, "unknown", "NF"];

    /// <summary>The pictures with their votes. A row whose votes cannot be read gets none and so weighs nothing.</summary>
    /// <param name="path">The votes.</param>
    /// <param name="images">The pictures, read from the FER2013 file the votes belong to.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Columns are missing, the rows do not belong together, or too many are bad.</exception>
    public static FaceImageSet Read(string path, FaceImageSet images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var reader = Utf8LineReader.Open(path);
        if (!reader.TryRead(out var header, out _)) throw new InvalidDataException($"{path} is empty.");
        var columns = new CsvColumns(path, header);
        var positions = Array.ConvertAll(Columns, columns.Require);
        var usage = columns.Find("Usage");
        var votes = new byte[images.Count * FerPlus.VoteColumns];
        var bad = new BadRows();
        var (rows, next) = (0, 0);
        while (reader.TryRead(out var line, out var tooLong))
        {
            if (line.IsEmpty && !tooLong) continue;
            if (next < images.Count && images.SourceRows[next] == rows)
            {
                if (usage >= 0) CheckUsage(path, reader.LineNumber, images.UsageOf(next), CsvColumns.Field(line, usage));
                if (!TryVotes(line, positions, votes.AsSpan(next * FerPlus.VoteColumns, FerPlus.VoteColumns)))
                    bad.Add($"votes, line {reader.LineNumber}", "a vote is not a number from 0 to 255");
                next++;
            }

            rows++;
        }

        if (rows != images.SourceRowCount)
            throw new InvalidDataException($"{path} has {rows} rows, the pictures' file has {images.SourceRowCount}: they do not belong together.");
        bad.Judge(path, rows);
        return images.WithVotes(votes, bad);
    }

    private static bool TryVotes(ReadOnlySpan<byte> line, int[] positions, Span<byte> votes)
    {
        for (var i = 0; i < positions.Length; i++)
        {
            if (CsvColumns.TryInteger(CsvColumns.Field(line, positions[i]), out var value) && value is >= 0 and <= 255)
            {
                votes[i] = (byte)value;
                continue;
            }

            votes.Clear();
            return false;
        }

        return true;
    }

    private static void CheckUsage(string path, int line, string expected, ReadOnlySpan<byte> usage)
    {
        if (expected.Length == 0 || usage.IsEmpty || usage.SequenceEqual(Encoding.UTF8.GetBytes(expected))) return;
        throw new InvalidDataException(
            $"{path}, line {line}: the usage is {Encoding.UTF8.GetString(usage)}, the picture's is {expected}: the files do not belong together.");
    }
}
