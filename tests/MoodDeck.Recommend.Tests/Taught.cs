using MoodDeck.Recommend.Ranking;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Recommend.Tests;

/// <summary>Listeners who taught something.</summary>
internal static class Taught
{
    /// <summary>
    /// Somebody who likes Artist 1, Artist 3, jazz and Spanish and nothing by Artist 2, rock or in French; and, if asked for, wants to be led to a
    /// pleasant place from wherever they are.
    /// </summary>
    public static ListenerTaste By(int seed, bool led, int lessonCount = 300)
    {
        var random = new Random(seed);
        var plays = PlayMemory.Empty;
        var lessons = new List<Lesson>();
        for (var i = 0; i < lessonCount; i++)
        {
            var (artist, genre, language) = (random.Next(6), random.Next(3), random.Next(3));
            var mood = new MoodPlace((random.NextDouble() * 1.6) - 0.8, (random.NextDouble() * 1.6) - 0.8, 0.01, 0.01);
            var track = new MoodPlace((random.NextDouble() * 1.6) - 0.8, (random.NextDouble() * 1.6) - 0.8, 0.03, 0.03);
            var (dv, da) = led ? (track.Valence - 0.6, track.Arousal - 0.2) : (track.Valence - mood.Valence, track.Arousal - mood.Arousal);
            var fits = (dv * dv) + (da * da) < 0.3;
            var liked = (artist is 1 or 3 ? 1 : artist == 2 ? -3 : 0) + (genre == 0 ? 1 : genre == 1 ? -1 : 0) + (language == 0 ? 1 : language == 1 ? -1 : 0);
            var pleased = fits && liked >= 0;
            lessons.Add(new()
            {
                Wanted = mood, MayLean = true, Track = track, Artist = $"artist {artist}", Genre = new[] { "jazz", "rock", "pop" }[genre],
                Language = new[] { "es", "fr", "en" }[language], IsNewArtist = i < 6, Fatigue = 0.1,
                Outcome = new(!pleased, pleased ? null : 0.2, pleased && liked > 1 ? TrackVerdict.Like : TrackVerdict.None),
            });
            plays = plays.After($"t{random.Next(300)}", $"artist {random.Next(20)}");
        }

        return new(TasteModel.Of(lessons).Snapshot(), plays);
    }
}
