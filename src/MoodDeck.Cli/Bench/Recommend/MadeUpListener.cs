using MoodDeck.Core.Mood;
using MoodDeck.Recommend;
using MoodDeck.Recommend.Ranking;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Cli.Bench.Recommend;

/// <summary>A listener who taught as much as is remembered, always the same: of three songs one was skipped and one liked.</summary>
internal static class MadeUpListener
{
    private const int Seed = 5;

    /// <summary>Of the tracks of an index.</summary>
    public static ListenerTaste Of(TrackIndex index)
    {
        Random random = new(Seed);
        var plays = PlayMemory.Empty;
        List<Lesson> lessons = [];
        for (var i = 0; i < TasteModel.MostLessons; i++)
        {
            var id = index.IdOf(random.Next(index.Count));
            VadGaussian mood = new(new(random.NextDouble() - 0.5, random.NextDouble() - 0.5, 0), VadCovariance.Isotropic(0.15));
            TrackOutcome outcome = new(i % 3 == 0, i % 3 == 0 ? random.NextDouble() : null, i % 3 == 1 ? TrackVerdict.Like : TrackVerdict.None);
            var lesson = LessonMaker.Of(index, id, new(mood, MayLean: true, null), plays, outcome)!;
            lessons.Add(lesson);
            plays = plays.After(id, lesson.Artist);
        }

        return new(TasteModel.Of(lessons).Snapshot(), plays);
    }
}
