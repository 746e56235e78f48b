using MoodDeck.Library.Lyrics;

namespace MoodDeck.Library.Tests.Lyrics;

public sealed class LyricsStoreTests : IDisposable
{
    private readonly TestLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task SetAsync_Track_IsFoundChangedAndRemoved()
    {
        var store = _library.Get<ILyricsStore>();
        var id = (await _library.TracksAsync())[0].Id;
        Assert.Null(await store.FindAsync(id));

        Assert.True(await store.SetAsync(id, new("la la", null)));
        Assert.True(await store.SetAsync(id, new("[00:01]la", "es")));
        Assert.Equal(new("[00:01]la", "es"), await store.FindAsync(id));

        Assert.True(await store.SetAsync(id, null));
        Assert.Null(await store.FindAsync(id));
    }

    [Fact]
    public async Task SetAsync_NoSuchTrack_StoresNothing()
    {
        var store = _library.Get<ILyricsStore>();

        Assert.False(await store.SetAsync("no-such-track", new("la", null)));
        Assert.False(await store.SetAsync("no-such-track", null));
        Assert.Null(await store.FindAsync("no-such-track"));
    }
}
