namespace MoodDeck.Recommend.Scanning;

/// <summary>
/// The most that terms give to any row that passes the filters: what the bounds of blocks are made of. A listener's best-liked genre must
/// not lift every block where another one was asked for.
/// </summary>
/// <param name="LanguageFactor">What closeness is multiplied by at most.</param>
/// <param name="Sum">What artist, genre and language add together at most.</param>
internal readonly record struct HighestTerms(float LanguageFactor, float Sum)
{
    /// <summary>Of these terms, where no artist's term exceeds <paramref name="mostOfArtist"/>.</summary>
    public static HighestTerms Of(RankTerms terms, TrackFilter filter, float mostOfArtist) => new(
        terms.LanguageFactor is { } factor ? Highest(factor, filter.PassesLanguage) : 1,
        mostOfArtist + (terms.Genre is { } genre ? Highest(genre, filter.PassesGenre) : 0) + (terms.Language is { } language ? Highest(language, filter.PassesLanguage) : 0));

    // Where no value passes no row does, and any number bounds them all.
    private static float Highest(float[] terms, Func<int, bool> passes)
    {
        var highest = terms.Min();
        for (var number = 0; number < terms.Length; number++)
            if (terms[number] > highest && passes(number)) highest = terms[number];
        return highest;
    }
}
