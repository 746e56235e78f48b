using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend;

namespace MoodDeck.Cli.Bench.Choice;

/// <summary>
/// 5,000 tracks by 600 artists of 12 genres: how many each artist has is Zipf, each artist has a centre in valence and arousal of N(0, 0.4²),
/// each track lies N(0, 0.25²) around it, and a player sees that with an error of N(0, 0.2²). Popularity is Zipf in a random order.
/// </summary>
internal sealed class SimulatedCatalogue
{
    public const int Tracks = 5000, Artists = 600, Genres = 12;
    public const double SeenSigma = 0.2;
    private const double CentreSigma = 0.4, TrackSigma = 0.25;

    private readonly double[] _popularity;

    public SimulatedCatalogue(int seed)
    {
        var noise = new Noise((ulong)(uint)seed).Of(0);
        var sizes = ZipfSums(Artists);
        _popularity = ZipfSums(Tracks);
        ByPopularity = [.. Enumerable.Range(0, Tracks).OrderBy(i => noise.Uniform(i, 0))];
        GenreOf = [.. Enumerable.Range(0, Artists).Select(a => (int)(noise.Uniform(a, 1) * Genres))];
        for (var i = 0; i < Tracks; i++)
        {
            var artist = Drawn(sizes, noise.Uniform(i, 2));
            ArtistOf[i] = artist;
            True[i] = new(Coordinate(noise, artist, i, 3), Coordinate(noise, artist, i, 4), 0);
            Seen[i] = new(True[i].Valence + (SeenSigma * noise.Normal(i, 7)), True[i].Arousal + (SeenSigma * noise.Normal(i, 8)), 0);
        }

        Index = TrackIndex.Of(Enumerable.Range(0, Tracks).Select(TrackOf));
    }

    /// <summary>The tracks as a player sees them; the id of each is its number.</summary>
    public TrackIndex Index { get; }

    /// <summary>Where each track lies.</summary>
    public Vad[] True { get; } = new Vad[Tracks];

    /// <summary>Where a player sees it.</summary>
    public Vad[] Seen { get; } = new Vad[Tracks];

    /// <summary>Who made each track.</summary>
    public int[] ArtistOf { get; } = new int[Tracks];

    /// <summary>The genre of each artist.</summary>
    public int[] GenreOf { get; }

    /// <summary>Tracks, most popular first.</summary>
    public int[] ByPopularity { get; }

    /// <summary>The name of an artist.</summary>
    public static string ArtistName(int artist) => FormattableString.Invariant($"Artist {artist}");

    /// <summary>A track drawn by popularity with a uniform number.</summary>
    public int Popular(double uniform) => ByPopularity[Drawn(_popularity, uniform)];

    private Track TrackOf(int i) => new()
    {
        Id = FormattableString.Invariant($"{i}"),
        Title = FormattableString.Invariant($"Track {i}"),
        Artist = ArtistName(ArtistOf[i]),
        Genre = FormattableString.Invariant($"genre {GenreOf[ArtistOf[i]]}"),
        Mood = TrackMood.Of(Seen[i].Clamp(), SeenSigma),
        Source = TrackSource.Library,
        Path = "/",
    };

    private static double Coordinate(Noise noise, int artist, int track, int axis) =>
        Math.Clamp((CentreSigma * noise.Normal(artist, axis)) + (TrackSigma * noise.Normal(track, axis + 2)), -1, 1);

    private static int Drawn(double[] sums, double uniform)
    {
        var at = Array.BinarySearch(sums, uniform * sums[^1]);
        return Math.Min(at < 0 ? ~at : at, sums.Length - 1);
    }

    private static double[] ZipfSums(int count)
    {
        var sums = new double[count];
        for (var i = 0; i < count; i++) sums[i] = (i > 0 ? sums[i - 1] : 0) + (1.0 / (i + 1));
        return sums;
    }
}
