using Dapper;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Journal;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;

namespace MoodDeck.Library.Tests.Listeners;

public sealed class HouseholdTests
{
    [Theory]
    [InlineData("Ana", "ana")]
    [InlineData("  Grandpa João ", "grandpa-joao")]
    [InlineData("மாலா", "மாலா")]
    [InlineData("수진", "수진")]
    [InlineData("A/B & \"C\"", "a-b-c")]
    [InlineData("🎧", "listener")]
    [InlineData("Default", "default-2")]
    public async Task AddAsync_Name_GivesAReadableIdThatStays(string name, string id)
    {
        using var library = new TestLibrary();
        var listeners = library.Get<IListenerStore>();
        var added = (await listeners.AddAsync(name))!;
        Assert.Equal(new Listener(id, name.Trim(), false), added);
        Assert.Equal(id, (await listeners.ChangeAsync(id, "Somebody", null))!.Id);
    }

    [Fact]
    public async Task AddAsync_SameNameAtOnce_GivesIdsOfTheirOwn()
    {
        using var library = new TestLibrary();
        var listeners = library.Get<IListenerStore>();
        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => listeners.AddAsync("Ana")));
        Assert.Equal(["ana", "ana-2", "ana-3", "ana-4", "ana-5", "ana-6"], added.Select(a => a!.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AddAsync_MoreThanAHousehold_IsRefused()
    {
        using var library = new TestLibrary();
        var listeners = library.Get<IListenerStore>();
        for (var i = 1; i < IListenerStore.MostListeners; i++) Assert.NotNull(await listeners.AddAsync("Guest"));
        Assert.Null(await listeners.AddAsync("Guest"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    [InlineData("bell\a")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public void Read_NoName_IsNull(string? name) => Assert.Null(PersonalName.Read(name, PersonalName.MostOfListener));

    [Fact]
    public void Read_SixtyCharactersOfSeveralUnitsEach_IsAName()
    {
        var family = string.Concat(Enumerable.Repeat("க்ஷி", 30));
        Assert.Equal(family, PersonalName.Read(family, PersonalName.MostOfListener));
    }

    [Fact]
    public async Task RemoveAsync_Last_IsKept()
    {
        using var library = new TestLibrary();
        var listeners = library.Get<IListenerStore>();
        Assert.Equal(ListenerRemoval.Last, await listeners.RemoveAsync("default"));
        Assert.Equal(ListenerRemoval.Unknown, await listeners.RemoveAsync("nobody"));
        await listeners.AddAsync("Ana");
        Assert.Equal(ListenerRemoval.Removed, await listeners.RemoveAsync("default"));
        Assert.Equal(ListenerRemoval.Last, await listeners.RemoveAsync("ana"));
    }

    [Fact]
    public async Task RemoveAsync_BothOfTwoAtOnce_LeavesOne()
    {
        using var library = new TestLibrary();
        var listeners = library.Get<IListenerStore>();
        await listeners.AddAsync("Ana");
        var removals = await Task.WhenAll(listeners.RemoveAsync("default"), listeners.RemoveAsync("ana"));
        Assert.Equal([ListenerRemoval.Removed, ListenerRemoval.Last], removals.Order());
    }

    [Fact]
    public async Task RemoveAsync_WithEverything_LeavesNoRowOfTheirs()
    {
        using var library = new TestLibrary();
        var listeners = library.Get<IListenerStore>();
        var ana = (await listeners.AddAsync("Ana"))!.Id;
        await listeners.ChangeAsync(ana, null, true);
        var track = (await library.Catalogue.SearchAsync(new() { Limit = 1 })).Tracks[0].Id;
        await library.Get<IMoodStore>().AddAsync(ana, [new(DateTimeOffset.UtcNow, 0, 0, null, .1, .1, MoodSource.Hand)]);
        await library.Get<IHistoryStore>().AddAsync(ana, track, PlayEvent.Started, 0);
        await library.Get<IPlaylistStore>().CreateAsync(ana, "Mine", [track]);
        await library.Get<ITrackMarks>().SetAsync(ana, track, TrackMark.Ban);
        await library.Get<IPersonalFaceStore>().AddCorrectionAsync(ana, new("m", Emotion.Sadness, EmotionScores.FromWeights([1, 1, 1, 1, 1, 1, 1, 1]), new float[] { 1 }));
        string[] tables = ["mood_readings", "play_history", "playlists", "track_marks", "face_corrections", "playlist_tracks"];
        using var connection = library.Database.Connect();
        Assert.All(tables, t => Assert.Equal(1, connection.ExecuteScalar<int>($"SELECT count(*) FROM {t}")));
        await listeners.RemoveAsync(ana);
        Assert.All(tables, t => Assert.Equal(0, connection.ExecuteScalar<int>($"SELECT count(*) FROM {t}")));
    }
}
