using MoodDeck.Recommend.Taste;

namespace MoodDeck.Recommend.Tests.Taste;

public sealed class TasteModelTests
{
    [Fact]
    public void Profile_AfterLessons_KnowsWhatIsLikedAndWhatNot()
    {
        var profile = Taught.By(1, led: true).Taste.Profile();
        Assert.Equal(300, profile.Lessons);
        Assert.True(Liking(profile.Artists, "artist 1") > Liking(profile.Artists, "artist 2") + 0.2);
        Assert.True(Liking(profile.Genres, "jazz") > Liking(profile.Genres, "pop") + 0.2);
        Assert.True(Liking(profile.Genres, "jazz") > Liking(profile.Genres, "rock") + 0.2);
        Assert.True(Liking(profile.Languages, "es") > Liking(profile.Languages, "fr"));
        Assert.InRange(profile.MoodWeight + profile.TasteWeight + profile.NoveltyWeight, 0.999, 1.001);
    }

    [Fact]
    public void Profile_OfWhoWantsToBeLed_KnowsWhereTo()
    {
        var (led, met) = (Taught.By(1, led: true).Taste.Profile(), Taught.By(1, led: false).Taste.Profile());
        Assert.InRange(led.Pull, 0.6, 1);
        Assert.InRange(led.GoalValence, 0.35, 0.9);
        Assert.InRange(led.GoalArousal, -0.1, 0.5);
        Assert.InRange(met.Pull, 0, 0.3);
        Assert.InRange(Taught.By(2, led: false).Taste.Profile().GoalValence, -1, 1);
    }

    [Fact]
    public void Learn_SameLessonsInTheSameOrder_GivesTheSameModel()
    {
        var (one, other) = (new TasteModel(), new TasteModel());
        for (var i = 0; i < 30; i++)
        {
            one.Learn(Lesson(i));
            other.Learn(Lesson(i));
        }

        Assert.Equivalent(one.Snapshot().Profile(), other.Snapshot().Profile(), strict: true);
    }

    [Fact]
    public void Of_ManyLessons_SaysNearlyWhatLearningThemOneByOneSays()
    {
        var lessons = Enumerable.Range(0, 120).Select(Lesson).ToList();
        var model = new TasteModel();
        lessons.ForEach(model.Learn);
        var (slow, quick) = (model.Snapshot().Profile(), TasteModel.Of(lessons).Snapshot().Profile());
        Assert.InRange(Liking(quick.Genres, "a") - Liking(slow.Genres, "a"), -0.3, 0.3);
        Assert.True(Liking(quick.Genres, "a") > Liking(quick.Genres, "b") + 0.4);
    }

    [Fact]
    public void Learn_MoreThanAreRemembered_ForgetsTheOldest()
    {
        var model = TasteModel.Of([.. Enumerable.Range(0, TasteModel.MostLessons + 40).Select(i => Lesson(i) with { Artist = $"x{i}" })]);
        Assert.Equal(TasteModel.MostLessons, model.Snapshot().Lessons);
        Assert.DoesNotContain("x39", model.Snapshot().Artists.Keys);
        model.Learn(Lesson(0) with { Artist = "new" });
        Assert.Equal(TasteModel.MostLessons, model.Snapshot().Lessons);
        Assert.DoesNotContain("x40", model.Snapshot().Artists.Keys);
        Assert.Contains("new", model.Snapshot().Artists.Keys);
    }

    [Fact]
    public void Snapshot_WhileOthersLearn_StaysAsItWas()
    {
        var model = TasteModel.Of([.. Enumerable.Range(0, 20).Select(Lesson)]);
        var before = model.Snapshot();
        var said = before.Profile();
        Parallel.For(0, 20, i => model.Learn(Lesson(i) with { Genre = $"g{i}" }));
        Assert.Equivalent(said, before.Profile(), strict: true);
        Assert.Equal(40, model.Snapshot().Lessons);
    }

    // Whoever this is likes genre a and skips genre b.
    private static Lesson Lesson(int i) => new()
    {
        Wanted = new(0.2, 0.1, 0.01, 0.01), Track = new(0.25, 0.1, 0.03, 0.03), Genre = i % 2 == 0 ? "a" : "b", Artist = $"artist {i % 9}",
        Outcome = i % 2 == 0 ? new(false, null, i % 4 == 0 ? TrackVerdict.Like : TrackVerdict.None) : new(true, 0.1),
    };

    private static double Liking(IReadOnlyList<NamedTaste> tastes, string name) => tastes.Single(t => t.Name == name).Liking;
}
