using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Tests;

/// <summary>Tracks for tests.</summary>
internal static class Tracks
{
    public static Track At(
        double valence, double arousal, string id, string? artist = null, string? language = null, string? genre = null,
        TrackSource source = TrackSource.Starter, bool playable = false, double sigma = 0.2) => new()
        {
            Id = id,
            Title = "Title " + id,
            Artist = artist,
            Language = language,
            Genre = genre,
            Source = source,
            Mood = TrackMood.Of(new(valence, arousal, 0), sigma),
            Path = playable ? "/music/" + id : null,
        };

    /// <summary>Tracks spread over the plane, with artists, languages, genres and sources drawn by the seed.</summary>
    public static List<Track> Many(int seed, int count, int artists)
    {
        var random = new Random(seed);
        string[] languages = ["en", "es", "fr", "zxx"];
        string[] genres = ["pop", "rock", "jazz"];
        TrackSource[] sources = [TrackSource.Starter, TrackSource.Library, TrackSource.Demo, TrackSource.Import];
        return [.. Enumerable.Range(0, count).Select(i => At(
            (random.NextDouble() * 2) - 1, (random.NextDouble() * 2) - 1, $"t{i}",
            "Artist " + random.Next(artists), languages[random.Next(4)], genres[random.Next(3)],
            sources[random.Next(4)], random.Next(4) == 0, 0.15 + (random.NextDouble() * 0.3)))];
    }

    public static RecommendationRequest Request(double valence, double arousal, int limit = 20, int seed = 1) =>
        new() { Target = MoodTarget.Of(new Vad(valence, arousal, 0)), Limit = limit, Seed = seed };

    public static RecommendationResult Recommend(this IEnumerable<Track> tracks, RecommendationRequest request) =>
        new Recommender(TrackIndex.Of(tracks)).Recommend(request);
}
