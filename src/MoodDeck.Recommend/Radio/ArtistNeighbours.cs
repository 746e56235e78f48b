using MoodDeck.Core.Mood;

namespace MoodDeck.Recommend.Radio;

/// <summary>Artists near an artist: of those who share the genre most of the artist's tracks have, the ones whose mean mood is nearest.</summary>
internal static class ArtistNeighbours
{
    /// <summary>How many there are at most.</summary>
    public const int Most = 10;

    /// <summary>The numbers of the neighbours, nearest first; none where either genre or mood of the artist is not known.</summary>
    public static IReadOnlyList<int> Of(TrackIndex index, int artist)
    {
        if (GenreOf(index, artist) is not { } genre) return [];
        var means = new Dictionary<int, (Vad Sum, int Count)>();
        for (var row = 0; row < index.Count; row++)
        {
            var other = index.Artists[row];
            if (other == 0 || index.Genres[row] != genre || index.MoodOf(row) is not { IsKnown: true } mood) continue;
            var (sum, count) = means.GetValueOrDefault(other);
            means[other] = (sum + mood.Mean, count + 1);
        }

        if (!means.Remove(artist, out var own)) return [];
        var middle = 1.0 / own.Count * own.Sum;
        return [.. means.OrderBy(m => (1.0 / m.Value.Count * m.Value.Sum).DistanceTo(middle)).ThenBy(m => m.Key).Take(Most).Select(m => m.Key)];
    }

    private static int? GenreOf(TrackIndex index, int artist)
    {
        var counts = new Dictionary<int, int>();
        foreach (var row in index.Columns.ArtistRows.Of(artist))
            if (index.Genres[row] is var genre and not 0) counts[genre] = counts.GetValueOrDefault(genre) + 1;

        return counts.Count == 0 ? null : counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key;
    }
}
