using Dapper;
using MoodDeck.Library.Feelings;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;
using MoodDeck.Library.Playlists.Smart;

namespace MoodDeck.Library.Tests.Playlists.Smart;

public sealed class SmartPlaylistTests : IDisposable
{
    private const string Table =
        """
        title,artist,genre,year,language,duration,valence,arousal
        Calm,Ana,Folk,1975,es,200,0,-0.7
        Calmish,Ben,folk,1985,en,300,0.1,-0.5
        Happy,Ana,Pop,1999,en,180,0.6,0.4
        Sad,Ödön,Rock,,hu,,-0.6,-0.3
        Unknown,Ben,Rock,1990,en,240,,
        """;

    private readonly TestLibrary _library = new();

    private ISmartPlaylists Store => _library.Get<ISmartPlaylists>();

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task EvaluateAsync_MoodRegion_HoldsTheNearestFirstAndNothingUnknown()
    {
        await ImportAsync();
        Assert.Equal(["Calm", "Calmish"], await TitlesAsync(new() { Mood = new() { Name = "calm" } }));
        Assert.Equal(["Calmish", "Calm"], await TitlesAsync(new() { Mood = new() { Valence = 0.1, Arousal = -0.5 } }));
        Assert.Equal(["Calm"], await TitlesAsync(new() { Mood = new() { Name = "calm", Radius = 0.01 } }));
        Assert.Equal(4, (await TitlesAsync(new() { Mood = new() { Valence = 0, Arousal = 0, Radius = 2 } })).Count);
    }

    [Fact]
    public async Task EvaluateAsync_WhereTheListenerSaysItBelongs_CountsForThatListenerOnly()
    {
        await ImportAsync();
        await _library.Get<ITrackFeelings>().SetAsync("default", await IdAsync("Unknown"), 0, -0.7);
        await _library.Get<ITrackFeelings>().SetAsync("default", await IdAsync("Calm"), 0.9, 0.9);
        var ana = (await _library.Get<IListenerStore>().AddAsync("Ana"))!;
        Assert.Equal(["Unknown", "Calmish"], await TitlesAsync(new() { Mood = new() { Name = "calm" } }));
        Assert.Equal(["Calm", "Calmish"], await TitlesAsync(new() { Mood = new() { Name = "calm" } }, ana.Id));
    }

    [Fact]
    public async Task EvaluateAsync_EachRule_LeavesOutWhatDoesNotPass()
    {
        await ImportAsync();
        Assert.Equal(["Calm", "Calmish"], await SortedAsync(new() { Genres = ["FOLK"] }));
        Assert.Equal(["Sad"], await SortedAsync(new() { Artists = ["odon"] }));
        Assert.Equal(["Calm", "Sad"], await SortedAsync(new() { Languages = ["Spanish", "hu"] }));
        Assert.Equal(["Calmish", "Unknown"], await SortedAsync(new() { YearFrom = 1980, YearTo = 1990 }));
        Assert.Equal(["Calm", "Unknown"], await SortedAsync(new() { SecondsFrom = 200, SecondsTo = 240 }));
        Assert.Empty(await SortedAsync(new() { Playable = true }));
        Assert.Equal(1545 + 5, (await Store.EvaluateAsync("default", new())).Matching);
        Assert.Equal(["Happy"], await SortedAsync(new() { Artists = ["Ana"], YearFrom = 1976 }));
    }

    [Fact]
    public async Task EvaluateAsync_LikesAndBans_AreTheListenersOwn()
    {
        await ImportAsync();
        var marks = _library.Get<ITrackMarks>();
        await marks.SetAsync("default", await IdAsync("Happy"), TrackMark.Like);
        await marks.SetAsync("default", await IdAsync("Calm"), TrackMark.Ban);
        Assert.Equal(["Happy"], await SortedAsync(new() { Liked = true }));
        Assert.Equal(["Calmish"], await SortedAsync(new() { Genres = ["folk"] }));
    }

    [Fact]
    public async Task EvaluateAsync_Plays_AreCountedInDays()
    {
        var clock = new FixedClock("2026-03-31T12:00:00Z");
        using var library = new TestLibrary(time: clock);
        await library.ImportAsync("t.csv", Table);
        var ids = (await library.TracksAsync(Core.Music.TrackSource.Import)).ToDictionary(t => t.Title, t => t.Id);
        await library.Database.WriteAsync((connection, transaction) => connection.Execute(
            """
            INSERT INTO taste_plays (listener_id, track_id, plays, last_day)
            VALUES ('default', @Calm, 3, '2026-03-30'), ('default', @Happy, 1, '2026-03-01'), ('default', @Sad, 9, '2025-12-24')
            """,
            new { Calm = ids["Calm"], Happy = ids["Happy"], Sad = ids["Sad"] }, transaction), CancellationToken.None);
        var store = library.Get<ISmartPlaylists>();
        async Task<List<string>> Rested(SmartRules rules) => [.. (await store.EvaluateAsync("default", rules with { Sources = ["import"], Order = "rested" })).Tracks.Select(t => t.Title)];
        Assert.Equal(["Sad", "Happy"], (await Rested(new() { NotPlayedDays = 30 })).TakeLast(2));
        Assert.Equal(4, (await Rested(new() { NotPlayedDays = 30 })).Count);
        Assert.Equal(3, (await Rested(new() { NotPlayedDays = 31 })).Count);
        Assert.Equal(["Sad", "Happy", "Calm"], (await Rested(new())).TakeLast(3));
    }

    [Fact]
    public async Task EvaluateAsync_Added_IsCountedFromNow()
    {
        var clock = new FixedClock("2026-03-31T12:00:00Z");
        using var library = new TestLibrary(time: clock);
        await library.ImportAsync("a.csv", "title,artist\nOld,X\n");
        clock.Now = clock.Now.AddDays(10);
        await library.ImportAsync("b.csv", "title,artist\nNew,X\n");
        var store = library.Get<ISmartPlaylists>();
        Assert.Equal(["New"], (await store.EvaluateAsync("default", new() { Artists = ["x"], AddedDays = 9 })).Tracks.Select(t => t.Title));
        Assert.Equal(["New", "Old"], (await store.EvaluateAsync("default", new() { Artists = ["x"], AddedDays = 10 })).Tracks.Select(t => t.Title));
    }

    [Fact]
    public async Task EvaluateAsync_Shuffle_IsTheSeedsAndCanBePaged()
    {
        async Task<List<string>> Ids(int seed, int offset = 0, int limit = 1000) =>
            [.. (await Store.EvaluateAsync("default", new() { Order = "shuffle", Seed = seed, Limit = 500 }, offset, limit)).Tracks.Select(t => t.Id)];
        var (one, again, other) = (await Ids(1), await Ids(1), await Ids(2));
        Assert.Equal(one, again);
        Assert.Equal(500, one.Distinct().Count());
        Assert.InRange(one.Intersect(other).Count(), 100, 220); // of 1,545 a third of a third
        Assert.Equal(one.Skip(100).Take(50), await Ids(1, 100, 50));
    }

    [Fact]
    public async Task EvaluateAsync_Path_GoesInSmallSteps()
    {
        var path = (await Store.EvaluateAsync("default", new() { Order = "path", Limit = 400 })).Tracks;
        var steps = path.Zip(path.Skip(1), (a, b) => a.Mood.Mean with { Dominance = 0 } is var from ? from.DistanceTo(b.Mood.Mean with { Dominance = 0 }) : 0).ToList();
        Assert.InRange(steps.Average(), 0, 0.1); // at random it would be about 0.9
        Assert.True(path[0].Mood.Mean.Valence < 0 && path[^1].Mood.Mean.Valence > 0);
        Assert.True(path[0].Mood.Mean.Arousal < 0 && path[^1].Mood.Mean.Arousal < 0);
    }

    [Fact]
    public async Task ChangeAsync_NameOrRules_LeavesTheOtherAndMindsTheVersion()
    {
        var rules = new SmartRules { Mood = new() { Name = "calm", Radius = 0.4 }, Genres = ["folk"], NotPlayedDays = 30, Limit = 20 };
        var made = (await Store.CreateAsync("default", " Evening ", rules)).Playlist!;
        Assert.Equal(("Evening", 1), (made.Name, made.Version));
        var found = (await Store.FindAsync("default", made.Id))!.Rules;
        Assert.Equal(("calm", 0.4, 30, 20, "folk"), (found.Mood!.Name, found.Mood.Radius, found.NotPlayedDays, found.Limit, found.Genres!.Single()));
        Assert.Equal("Night", (await Store.ChangeAsync("default", made.Id, 1, "Night", null)).Playlist!.Name);
        Assert.Equal((PlaylistRefusal.Stale, 2), (await Store.ChangeAsync("default", made.Id, 1, "Day", null)) is var stale ? (stale.Refusal, stale.Playlist!.Version) : default);
        var changed = (await Store.ChangeAsync("default", made.Id, 2, null, new() { Liked = true })).Playlist!;
        Assert.Equal(("Night", 3, true), (changed.Name, changed.Version, changed.Rules.Liked));
        Assert.Null(changed.Rules.Mood);
        Assert.True(await Store.RemoveAsync("default", made.Id));
        Assert.Empty((await Store.ListAsync("default"))!);
    }

    [Fact]
    public async Task Store_WhatIsNotThere_IsRefused()
    {
        Assert.Equal(PlaylistRefusal.UnknownListener, (await Store.CreateAsync("nobody", "X", new())).Refusal);
        Assert.Null(await Store.ListAsync("nobody"));
        Assert.Null(await Store.FindAsync("default", 7));
        Assert.False(await Store.RemoveAsync("default", 7));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateAsync("default", " ", new()));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateAsync("default", "X", new() { Order = "nearest" }));
        var ana = (await _library.Get<IListenerStore>().AddAsync("Ana"))!;
        var hers = (await Store.CreateAsync(ana.Id, "X", new())).Playlist!;
        Assert.Null(await Store.FindAsync("default", hers.Id));
        Assert.Equal(PlaylistRefusal.UnknownPlaylist, (await Store.ChangeAsync("default", hers.Id, 1, "Y", null)).Refusal);
        await _library.Get<IListenerStore>().RemoveAsync(ana.Id);
        Assert.Equal(0, await _library.Database.ReadAsync(c => c.ExecuteScalar<long>("SELECT count(*) FROM smart_playlists"), CancellationToken.None));
    }

    private Task<MoodDeck.Library.Import.ImportReport> ImportAsync() => _library.ImportAsync("t.csv", Table);

    private async Task<string> IdAsync(string title) => (await _library.TracksAsync(Core.Music.TrackSource.Import)).Single(t => t.Title == title).Id;

    private async Task<List<string>> TitlesAsync(SmartRules rules, string listener = "default") =>
        [.. (await Store.EvaluateAsync(listener, rules with { Sources = ["import"] })).Tracks.Select(t => t.Title)];

    private async Task<List<string>> SortedAsync(SmartRules rules) => [.. (await TitlesAsync(rules)).Order(StringComparer.Ordinal)];
}
