using MoodDeck.Core.Mood;
using MoodDeck.Recommend.Groups;

namespace MoodDeck.Recommend.Radio;

/// <summary>Makes the seeds of radios from one index.</summary>
public static class RadioSeeds
{
    // Of the leanings' whole range: the seed's own genre and artist, the nearest of the neighbours, and a group's genres together.
    private const float OwnGenre = 0.15f, OwnArtist = 0.2f, NearestNeighbour = 0.15f, GroupGenres = 0.15f;

    /// <summary>A radio from a track: its mood, its genre, its artist and the artist's neighbours.</summary>
    /// <param name="index">As the listener feels the tracks.</param>
    /// <param name="trackId">The track.</param>
    /// <returns>Null when the index has no such track.</returns>
    public static RadioSeed? OfTrack(TrackIndex index, string trackId)
    {
        ArgumentNullException.ThrowIfNull(index);
        foreach (var row in index.RowsOf([trackId]))
        {
            var mood = index.MoodOf(row);
            var target = mood.IsKnown ? new VadGaussian(mood.Mean.Clamp(), Diagonal(mood.Sigma)) : (VadGaussian?)null;
            var genre = index.Genres[row];
            return new(target, genre == 0 ? Nothing : new() { [index.Genres.ValueOf(genre)] = OwnGenre }, Around(index, index.Artists[row]), [trackId]);
        }

        return null;
    }

    /// <summary>A radio from an artist: the mean mood of their tracks, their genres, themselves and their neighbours.</summary>
    /// <returns>Null when the index has no such artist.</returns>
    public static RadioSeed? OfArtist(TrackIndex index, string artist)
    {
        ArgumentNullException.ThrowIfNull(index);
        var number = index.Artists.NumberOf(artist);
        if (number == 0) return null;
        var sum = new GroupSum();
        var genres = new Dictionary<int, int>();
        foreach (var row in index.Columns.ArtistRows.Of(number))
        {
            var genre = index.Genres[row];
            genres[genre] = genres.GetValueOrDefault(genre) + 1;
            if (index.MoodOf(row) is { IsKnown: true } mood) sum.Add(mood, null, index.IsPlayable(row), genre, number);
        }

        // At least as wide as a track is surely known: a single song is no narrower a wish.
        var target = sum.Size == 0 ? (VadGaussian?)null : new VadGaussian(sum.Centre.Clamp(), sum.Spread + VadCovariance.Isotropic(Closeness.SurestSigma));
        var most = genres.Where(g => g.Key != 0).Select(g => g.Value).DefaultIfEmpty(1).Max();
        return new(
            target, genres.Where(g => g.Key != 0).ToDictionary(g => index.Genres.ValueOf(g.Key), g => OwnGenre * g.Value / most), Around(index, number), []);
    }

    /// <summary>A radio from a mood group: its centre as wide as its tracks lie, and its most frequent genres.</summary>
    public static RadioSeed OfGroup(MoodGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new(new(group.Centre.Clamp(), group.Spread), group.Genres.ToDictionary(g => g.Name, g => GroupGenres * g.Tracks / group.Size), Nothing, []);
    }

    private static Dictionary<string, float> Nothing => [];

    private static Dictionary<string, float> Around(TrackIndex index, int artist)
    {
        if (artist == 0) return Nothing;
        var leanings = new Dictionary<string, float> { [index.Artists.ValueOf(artist)] = OwnArtist };
        var neighbours = ArtistNeighbours.Of(index, artist);
        for (var i = 0; i < neighbours.Count; i++) leanings[index.Artists.ValueOf(neighbours[i])] = NearestNeighbour * (neighbours.Count - i) / neighbours.Count;
        return leanings;
    }

    private static VadCovariance Diagonal(Vad sigma) => new(sigma.Valence * sigma.Valence, sigma.Arousal * sigma.Arousal, sigma.Dominance * sigma.Dominance);
}
