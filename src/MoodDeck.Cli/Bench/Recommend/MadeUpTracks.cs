using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend;

namespace MoodDeck.Cli.Bench.Recommend;

/// <summary>
/// A large catalogue made up, always the same: moods in clusters as listeners rate them, some surely known and some not at all, artists with
/// few songs and with many, twelve languages, one track in twenty on this machine with what was heard in it.
/// </summary>
internal static class MadeUpTracks
{
    private const int TracksPerArtist = 25;
    private const double PlayableShare = 0.05;

    /// <summary>Languages, the most frequent first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "es", "zxx", "fr", "pt", "de", "ja", "hi", "ko", "it", "zh", "ta"];

    /// <summary>Genres, the most frequent first.</summary>
    public static IReadOnlyList<string> Genres { get; } =
        ["pop", "rock", "hip hop", "electronic", "indie", "classical", "folk", "jazz", "metal", "soul", "country", "latin", "ambient", "blues", "reggae", "fado", "raga", "gamelan"];

    /// <summary>Their entries.</summary>
    public static IEnumerable<TrackEntry> Of(int count)
    {
        Random random = new(20_261_122);
        var artists = Math.Max(1, count / TracksPerArtist);
        for (var i = 0; i < count; i++)
        {
            var artist = Skewed(random, artists);
            var (name, genre) = (ArtistOf(artist), Genres[Skewed(random, Genres.Count)]);
            var isHere = random.NextDouble() < PlayableShare;
            yield return new()
            {
                Id = IdOf(i),
                Source = isHere ? TrackSource.Library : TrackSource.Import,
                TitleKey = string.Create(CultureInfo.InvariantCulture, $"song {i}"),
                Artist = name,
                ArtistKey = name.ToLowerInvariant(),
                Genre = genre,
                GenreKey = genre,
                Language = random.NextDouble() < 0.1 ? null : Languages[Skewed(random, Languages.Count)],
                Mood = Mood(random, isHere),
                IsPlayable = isHere,
                Mix = isHere ? new(60 + (random.NextDouble() * 120), new(random.Next(12), random.Next(2) == 0), -6 - (random.NextDouble() * 14)) : default,
            };
        }
    }

    /// <summary>The name of an artist, by number from the one with most tracks.</summary>
    public static string ArtistOf(int artist) => string.Create(CultureInfo.InvariantCulture, $"Artist {artist}");

    // As random as the hashes that ids are.
    private static string IdOf(int track) => (((ulong)track + 1) * 0x9E3779B97F4A7C15).ToString("x16", CultureInfo.InvariantCulture);

    // Small numbers come often: the square of a uniform number.
    private static int Skewed(Random random, int count)
    {
        var x = random.NextDouble();
        return (int)(x * x * count);
    }

    private static TrackMood Mood(Random random, bool isHere)
    {
        if (!isHere && random.NextDouble() < 0.1) return TrackMood.Unknown;
        var centre = NamedMoods.All[random.Next(NamedMoods.All.Count)].Centre;
        Vad mean = new(centre.Valence + Normal(random), centre.Arousal + Normal(random), centre.Dominance + Normal(random));
        var sigma = isHere ? 0.2 + (random.NextDouble() * 0.2) : 0.3 + (0.05 * random.Next(2));
        return new(mean.Clamp(), new(sigma, sigma, isHere ? sigma : VadCovariance.WidestSigma));
    }

    // Nearly normal with a deviation of a quarter: the sum of three uniform numbers.
    private static double Normal(Random random) => (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) / 2;
}
