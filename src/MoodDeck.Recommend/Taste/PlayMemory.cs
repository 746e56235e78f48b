namespace MoodDeck.Recommend.Taste;

/// <summary>What a listener heard lately, for what wears off: the last <see cref="Span"/> plays, and every artist ever heard here.</summary>
/// <remarks>
/// A play so many plays ago weighs <see cref="Decay"/> to that power: wholly on the same song, <see cref="SameArtist"/> of it on others by
/// the artist. The sum, at most 1, is the fatigue of a track.
/// </remarks>
/// <param name="Recent">Ids and folded artists of the last plays, newest first.</param>
/// <param name="HeardArtists">Folded artists ever heard.</param>
public sealed record PlayMemory(IReadOnlyList<(string TrackId, string Artist)> Recent, IReadOnlySet<string> HeardArtists)
{
    /// <summary>So many plays are remembered one by one.</summary>
    public const int Span = 30;

    /// <summary>What one more play leaves of the weight of those before.</summary>
    public const double Decay = 0.9;

    /// <summary>How much of a play counts for other songs by the artist.</summary>
    public const double SameArtist = 0.35;

    /// <summary>Nothing was ever heard.</summary>
    public static PlayMemory Empty { get; } = new([], new HashSet<string>());

    /// <summary>The same with one more play, which is now the newest.</summary>
    public PlayMemory After(string trackId, string artist) => new(
        [(trackId, artist), .. Recent.Take(Span - 1)],
        artist.Length == 0 || HeardArtists.Contains(artist) ? HeardArtists : HeardArtists.Append(artist).ToHashSet(StringComparer.Ordinal));

    /// <summary>The fatigue of a track, 0 to 1.</summary>
    public double FatigueOf(string trackId, string artist)
    {
        var (sum, weight) = (0.0, 1.0);
        foreach (var play in Recent.Take(Span))
        {
            if (play.TrackId == trackId) sum += weight;
            else if (artist.Length > 0 && play.Artist == artist) sum += weight * SameArtist;
            weight *= Decay;
        }

        return Math.Min(1, sum);
    }
}
