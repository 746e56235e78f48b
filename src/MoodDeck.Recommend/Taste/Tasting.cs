using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Taste;

/// <summary>How somebody begins of whom nothing is known: a few songs unlike each other to say something of, and artists and languages they like.</summary>
public static class Tasting
{
    /// <summary>So many songs are tasted.</summary>
    public const int Songs = 5;

    // Among so many rows drawn by chance there are songs unlike enough.
    private const int MostRows = 4000;

    // A genre that was not tasted yet counts as much as so much distance on the plane.
    private const double NewGenre = 0.5;

    /// <summary>
    /// Ids of up to <see cref="Songs"/> songs by different artists, each as far from those before as there is one, on the plane and in genre; only
    /// such as play here, of these languages and artists where any are given. The same seed gives the same songs.
    /// </summary>
    public static IReadOnlyList<string> Choose(TrackIndex index, IReadOnlyList<string> languages, IReadOnlyList<string> artists, int seed)
    {
        ArgumentNullException.ThrowIfNull(index);
        var (wantedLanguages, wantedArtists) = (Numbers(index.Languages, languages), Numbers(index.Artists, artists));
        var rows = Enumerable.Range(0, index.Count)
            .Where(row => index.IsPlayable(row) && index.MoodOf(row).IsKnown)
            .Where(row => wantedLanguages is null || wantedLanguages.Contains(index.Languages[row]))
            .Where(row => wantedArtists is null || wantedArtists.Contains(index.Artists[row]))
            .OrderBy(row => StableHash.Unit(index.HashOf(row), seed)).Take(MostRows).ToList();
        var chosen = new List<int>();
        while (chosen.Count < Songs)
        {
            var left = rows.Where(row => chosen.TrueForAll(c => index.SongOf(c) != index.SongOf(row) && (index.Artists[c] == 0 || index.Artists[c] != index.Artists[row]))).ToList();
            if (left.Count == 0) break;
            chosen.Add(chosen.Count == 0 ? left[0] : left.MaxBy(row => chosen.Min(c => Unlike(index, row, c))));
        }

        return [.. chosen.Select(index.IdOf)];
    }

    /// <summary>The lesson that somebody likes an artist; null when the index has none of that name.</summary>
    public static Lesson? Likes(TrackIndex index, string artist)
    {
        ArgumentNullException.ThrowIfNull(index);
        var number = index.Artists.NumberOf(artist);
        return number == 0 ? null : new() { Artist = index.Artists.KeyOf(number), Outcome = new(null, null, TrackVerdict.Like) };
    }

    /// <summary>The lesson that somebody likes songs in a language.</summary>
    public static Lesson LikesLanguage(string code) => new() { Language = FoldedText.Fold(code), Outcome = new(null, null, TrackVerdict.Like) };

    private static double Unlike(TrackIndex index, int row, int other)
    {
        var (a, b) = (index.MoodOf(row).Mean, index.MoodOf(other).Mean);
        return (a with { Dominance = 0 }).DistanceTo(b with { Dominance = 0 }) + (index.Genres[row] != index.Genres[other] ? NewGenre : 0);
    }

    private static HashSet<int>? Numbers(Columns.InternedColumn column, IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : [.. texts.Select(column.NumberOf).Where(n => n != 0)];
}
