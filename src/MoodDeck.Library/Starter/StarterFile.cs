using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Starter;

/// <summary>One file of the starter catalogue: comment lines, a header, rows.</summary>
internal static class StarterFile
{
    private const string Header = "title,artist,album,year,language,genre,valence,arousal,dominance,sigma";

    /// <summary>What the starter catalogue knows a song by.</summary>
    public static string KeyOf(Track track) => TrackId.SongKey(track.Artist, track.Title, null);

    /// <summary>The songs of a file; <paramref name="name"/> is for messages.</summary>
    public static IEnumerable<Track> Read(TextReader text, string name)
    {
        string? line;
        do line = text.ReadLine(); while (line?.StartsWith('#') == true);
        if (line != Header) throw new FormatException($"{name}: expected the header {Header}, found {line}.");

        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Mode = CsvMode.RFC4180 });
        while (parser.Read())
        {
            yield return Song(parser.Record!) ?? throw new FormatException($"{name}, after its header line {parser.RawRow}: {parser.RawRecord.Trim()}");
        }
    }

    private static Track? Song(string[] cells)
    {
        if (cells.Length != 10 || cells[..6].Any(string.IsNullOrWhiteSpace)) return null;
        var numbers = cells[6..].Select(Number).ToArray();
        if (numbers.Any(n => n is null) || !int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        var mean = new Vad(numbers[0]!.Value, numbers[1]!.Value, numbers[2]!.Value);
        if (!mean.IsInRange || !(numbers[3] > 0)) return null;
        var track = new Track
        {
            Id = "",
            Source = TrackSource.Starter,
            Title = cells[0].Trim(),
            Artist = cells[1].Trim(),
            Album = cells[2].Trim(),
            Year = year,
            Language = cells[4],
            Genre = cells[5],
            Mood = TrackMood.Of(mean, numbers[3]!.Value),
        };
        return track with { Id = TrackId.Of(TrackSource.Starter, KeyOf(track)) };
    }

    private static double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
