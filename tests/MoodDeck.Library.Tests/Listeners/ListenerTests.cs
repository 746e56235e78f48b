using Dapper;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Library.Tests.Listeners;

public sealed class ListenerTests
{
    [Fact]
    public async Task ListAsync_FreshFolder_HasOneWhoKeepsNoHistory()
    {
        using var library = new TestLibrary(fresh: true);
        Assert.Equal([new Listener("default", "Me", false)], await library.Get<IListenerStore>().ListAsync());
    }

    [Fact]
    public async Task ChangeAsync_NameAndHistory_AreKept()
    {
        using var library = new TestLibrary();
        var listeners = library.Get<IListenerStore>();
        Assert.Equal(new Listener("default", "Ana", true), await listeners.ChangeAsync("default", " Ana ", true));
        Assert.Equal(new Listener("default", "Ana", true), await listeners.FindAsync("default"));
        Assert.Null(await listeners.ChangeAsync("nobody", "Ana", true));
        await Assert.ThrowsAsync<ArgumentException>(() => listeners.ChangeAsync("default", " ", true));
    }

    [Fact]
    public async Task ChangeAsync_RenameAndHistoryOffAtOnce_BothHold()
    {
        using var library = new TestLibrary();
        var listeners = library.Get<IListenerStore>();
        await listeners.ChangeAsync("default", null, true);
        await Task.WhenAll(listeners.ChangeAsync("default", "Ana", null), listeners.ChangeAsync("default", null, false));
        Assert.Equal(new Listener("default", "Ana", false), await listeners.FindAsync("default"));
    }

    [Fact]
    public async Task AddAsync_WithoutConsent_StoresNothing()
    {
        using var library = new TestLibrary();
        var history = library.Get<IHistoryStore>();
        Assert.False(await history.AddAsync("default", "t", PlayEvent.Started, 0));
        Assert.Empty(await history.ListAsync("default"));
        using var connection = library.Database.Connect();
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT count(*) FROM play_history"));
    }

    [Fact]
    public async Task AddAsync_WithConsent_StoresAndErases()
    {
        using var library = new TestLibrary();
        await library.Get<IListenerStore>().ChangeAsync("default", "Me", true);
        var history = library.Get<IHistoryStore>();
        Assert.True(await history.AddAsync("default", "t1", PlayEvent.Started, null));
        Assert.True(await history.AddAsync("default", "t1", PlayEvent.Skipped, 12.5));
        Assert.False(await history.AddAsync("nobody", "t1", PlayEvent.Started, 0));

        var plays = await history.ListAsync("default");
        Assert.Equal([(PlayEvent.Skipped, 12.5), (PlayEvent.Started, (double?)null)], plays.Select(p => (p.Event, p.PositionSeconds)));
        Assert.True(plays[0].At >= plays[1].At);
        Assert.Single(await history.ListAsync("default", 1));
        Assert.Equal(2, await history.EraseAsync("default"));
        Assert.Empty(await history.ListAsync("default"));
    }
}
