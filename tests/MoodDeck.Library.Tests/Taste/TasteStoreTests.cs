using Dapper;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Feelings;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Taste;
using MoodDeck.Recommend;
using MoodDeck.Recommend.Ranking;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Library.Tests.Taste;

public sealed class TasteStoreTests : IDisposable
{
    private const string Table =
        """
        title,artist,genre,language,valence,arousal
        One,The Beatles,Rock,en,0.5,0.4
        Two,The Beatles,Rock,en,0.4,0.3
        Three,Ödön,Folk,hu,-0.5,-0.4
        """;

    private readonly FixedClock _clock = new("2026-11-20T10:00:00Z");
    private readonly TestLibrary _library;

    public TasteStoreTests() => _library = new(time: _clock);

    private ITasteStore Store => _library.Get<ITasteStore>();

    private TasteShelf Shelf => _library.Get<TasteShelf>();

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task AddAsync_Lessons_ComeBackAsTheyWere()
    {
        List<Lesson> lessons =
        [
            new()
            {
                Wanted = new(0.1, -0.2, 0.03, 0.04), MayLean = true, Track = new(0.3, 0.4, 0.05, 0.06), Artist = "beatles", Genre = "rock", Language = "en",
                IsNewArtist = true, Fatigue = 0.25, Outcome = new(true, 0.4, TrackVerdict.None, -0.1),
            },
            new() { Artist = "odon", Outcome = new(null, null, TrackVerdict.Like) },
            new() { Track = new(0.3, 0.4, 0, 0), Outcome = new(false, null, TrackVerdict.Dislike) },
        ];
        foreach (var lesson in lessons) Assert.NotNull(await Store.AddAsync("default", lesson, null));
        Assert.Equal(lessons, await Store.LessonsAsync("default"));
        Assert.Equal(new(true, 3, 0, 3), await Store.StateAsync("default"));
    }

    [Fact]
    public async Task AddAsync_MoreThanAreRemembered_KeepsTheLast()
    {
        for (var i = 0; i < 30; i++) await Store.AddAsync("default", new() { Fatigue = i / 1000.0 }, null);
        await _library.Database.WriteAsync(
            (connection, transaction) => connection.Execute(
                "INSERT INTO taste_lessons (listener_id, may_lean, track_valence, track_arousal, track_valence_variance, track_arousal_variance, artist_key, genre_key, language, is_new_artist, fatigue, verdict) " +
                "SELECT 'default', 0, 0, 0, 0, 0, '', '', '', 0, row, 'none' FROM tracks ORDER BY row LIMIT 480", transaction: transaction),
            CancellationToken.None);
        await Store.AddAsync("default", new() { Fatigue = 0.9 }, null);
        var kept = await Store.LessonsAsync("default");
        Assert.Equal(TasteModel.MostLessons, kept.Count);
        Assert.Equal(TasteModel.MostLessons, (await Store.StateAsync("default"))!.Lessons);
        Assert.Equal(0.9, kept[^1].Fatigue);
        Assert.Equal(0.011, kept[0].Fatigue, 6);
    }

    [Fact]
    public async Task LearnAsync_Plays_AreRememberedByDayAndTurn()
    {
        var ids = await IdsAsync();
        await Shelf.LearnAsync("default", ids["One"], null, new(false));
        _clock.Now = _clock.Now.AddDays(2);
        await Shelf.LearnAsync("default", ids["Three"], null, new(true, 0.1));
        await Shelf.LearnAsync("default", ids["One"], null, new(false));
        await Shelf.LearnAsync("default", ids["Two"], null, new(null, null, TrackVerdict.Like));

        var plays = await Store.PlaysAsync("default");
        Assert.Equal([(ids["One"], "beatles"), (ids["Three"], "odon")], plays.Recent);
        Assert.Equal(["beatles", "odon"], plays.HeardArtists.Order());
        Assert.Equal([true, true, false, false], (await Store.LessonsAsync("default")).Select(l => l.IsNewArtist));
        var (times, day) = await _library.Database.ReadAsync(
            connection => connection.QuerySingle<(long, string)>("SELECT plays, last_day FROM taste_plays WHERE track_id = @id", new { id = ids["One"] }), CancellationToken.None);
        Assert.Equal((2, "2026-11-22"), (times, day));
    }

    [Fact]
    public async Task LearnAsync_OfWhoWantsNothingLearnt_KeepsNothing()
    {
        var ids = await IdsAsync();
        Assert.True(await Shelf.LearnAsync("default", ids["One"], null, new(false)));
        Assert.True(await Store.SetLearnsAsync("default", false));
        Assert.False(await Shelf.LearnAsync("default", ids["Two"], null, new(false)));
        Assert.Null(await Store.AddAsync("default", new(), ids["Two"]));
        Assert.Equal(new(false, 1, 1, 1), await Store.StateAsync("default"));
        Assert.Equal(1, (await Shelf.FindAsync("default"))!.Taste.Lessons);
    }

    [Fact]
    public async Task LearnAsync_TrackTheListenerPlacedElsewhere_TeachesWithThatPlace()
    {
        var ids = await IdsAsync();
        await _library.Get<ITrackFeelings>().SetAsync("default", ids["Three"], 0.8, 0.6);
        await Shelf.LearnAsync("default", ids["Three"], null, new(false));
        var lesson = Assert.Single(await Store.LessonsAsync("default"));
        Assert.Equal((0.8, 0.6), (lesson.Track.Valence, lesson.Track.Arousal));
    }

    [Fact]
    public async Task FindAsync_OfWhoWantsNothingLearnt_TakesNothingForHeardLately()
    {
        await Shelf.LearnAsync("default", (await IdsAsync())["One"], null, new(false));
        await Store.SetLearnsAsync("default", false);
        Assert.Empty((await Shelf.FindAsync("default"))!.Plays.Recent);
    }

    [Fact]
    public async Task LearnAsync_UnknownListenerOrTrack_LearnsNothing()
    {
        Assert.False(await Shelf.LearnAsync("nobody", (await IdsAsync())["One"], null, new(false)));
        Assert.False(await Shelf.LearnAsync("default", "no-such-track", null, new(false)));
        Assert.Null(await Shelf.FindAsync("nobody"));
        Assert.False(await Store.SetLearnsAsync("nobody", true));
    }

    [Fact]
    public async Task FindAsync_AfterAnotherProcessTaught_KnowsThatToo()
    {
        var ids = await IdsAsync();
        await Shelf.LearnAsync("default", ids["One"], null, new(false));
        var other = new TasteShelf(Store, _library.Get<FeltIndex>());
        await other.LearnAsync("default", ids["Three"], null, new(true, 0.1));
        var taste = (await Shelf.FindAsync("default"))!;
        Assert.Equal(2, taste.Taste.Lessons);
        Assert.Equal(ids["Three"], taste.Plays.Recent[0].TrackId);
        await Store.EraseAsync("default");
        Assert.Equal(0, (await Shelf.FindAsync("default"))!.Taste.Lessons);
        Assert.Empty((await Shelf.FindAsync("default"))!.Plays.Recent);
    }

    [Fact]
    public async Task LearnAsync_ManyAtOnce_LearnsEachOnce()
    {
        var ids = await IdsAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Shelf.LearnAsync("default", ids[i % 2 == 0 ? "One" : "Three"], null, new(false))));
        Assert.Equal(12, (await Shelf.FindAsync("default"))!.Taste.Lessons);
        Assert.Equal(new(true, 12, 12, 12), await Store.StateAsync("default"));
    }

    [Fact]
    public async Task ForgetAsync_OneName_ForgetsOnlyWhatIsAboutIt()
    {
        var ids = await IdsAsync();
        foreach (var title in (string[])["One", "Two", "Three"]) await Shelf.LearnAsync("default", ids[title], null, new(false));
        Assert.Equal(2, await Store.ForgetAsync("default", TasteNames.Artist, "THE BEATLES"));
        Assert.Equal(["odon"], (await Store.LessonsAsync("default")).Select(l => l.Artist));
        Assert.Equal(0, await Store.ForgetAsync("default", TasteNames.Genre, "rock"));
        Assert.Equal(["Three"], (await Store.PlayCountsAsync("default")).Select(p => ids.Single(i => i.Value == p.TrackId).Key));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ForgetAsync("default", TasteNames.Artist, " "));
        Assert.Equal(1, await Store.ForgetAsync("default", TasteNames.Language, "hu"));
        Assert.Empty((await Shelf.FindAsync("default"))!.Taste.Profile().Artists);
    }

    [Fact]
    public async Task RemoveAsync_Listener_TakesTheTasteAlong()
    {
        var ana = (await _library.Get<IListenerStore>().AddAsync("Ana"))!;
        await Shelf.LearnAsync(ana.Id, (await IdsAsync())["One"], null, new(false));
        await _library.Get<IListenerStore>().RemoveAsync(ana.Id);
        Assert.Equal(0, await _library.Database.ReadAsync(c => c.ExecuteScalar<long>("SELECT (SELECT count(*) FROM taste_lessons) + (SELECT count(*) FROM taste_plays)"), CancellationToken.None));
    }

    [Fact]
    public async Task PlanForAsync_OfSomebodyWhoLikesFolk_DiffersFromAnybodys()
    {
        var planner = _library.Get<QueuePlanner>();
        RecommendationRequest request = new() { Target = MoodTarget.Of(new Vad(0.2, 0.1, 0)), Limit = 30 };
        var index = await _library.Catalogue.IndexAsync();
        var before = (await planner.PlanForAsync("default", request))!;
        var genre = before.Tracks.GroupBy(t => t.Genre).Where(g => g.Key is not null).MaxBy(g => g.Count())!.Key;
        foreach (var track in before.Tracks) await Shelf.LearnAsync("default", track.Id, before.Result.Tracks.Single(t => t.Id == track.Id).ChosenFor, track.Genre == genre ? new(true, 0.05) : new(false));
        var after = (await planner.PlanForAsync("default", request))!;
        Assert.True(after.Tracks.Count(t => t.Genre == genre) < before.Tracks.Count(t => t.Genre == genre));
        Assert.Contains(after.Result.Tracks.SelectMany(t => t.Terms), t => t.Kind == TermKind.Taste);
    }

    private async Task<Dictionary<string, string>> IdsAsync()
    {
        await _library.ImportAsync("t.csv", Table);
        return (await _library.TracksAsync(MoodDeck.Core.Music.TrackSource.Import)).ToDictionary(t => t.Title, t => t.Id);
    }
}
