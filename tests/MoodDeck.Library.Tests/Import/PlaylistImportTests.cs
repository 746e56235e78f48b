using MoodDeck.Core.Music;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;

namespace MoodDeck.Library.Tests.Import;

public sealed class PlaylistImportTests : IDisposable
{
    private const string M3u =
        "#EXTM3U\n#PLAYLIST:Harbour evening\n#EXTINF:201,Ana Quill - Paper Harbour\nmusic/one.mp3\n" +
        "#EXTINF:-1 tvg-id=\"x\",Just A Title\nhttp://radio.example/stream\n..\\old\\03 - The Others - Third.mp3\nhttp://radio.example/nameless\n" +
        "#EXTINF:201,Ana Quill - Paper Harbour\nmusic/one.mp3\n";

    private const string Xspf =
        "<?xml version=\"1.0\"?><playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\"><title>Harbour &amp; sea</title><trackList>" +
        "<track><location>file:///music/A%20b.flac</location><creator>Ana Quill</creator><title>Paper Harbour</title><album>Tides</album><duration>201000</duration></track>" +
        "<track><location>The%20Others%20-%20Third.ogg</location></track><track><title/></track></trackList></playlist>";

    private readonly TestLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task ImportAsync_M3u_BecomesTracksAndAPlaylistInItsOrder()
    {
        var report = await _library.ImportAsync("evening.m3u8", M3u);
        Assert.Equal((5, 3, 1, 1), (report.Rows, report.Added, report.Merged, report.Skipped));
        var playlist = Assert.Single(await PlaylistsAsync());
        Assert.Equal("Harbour evening", playlist.Name);
        Assert.Equal(["Paper Harbour", "Just A Title", "Third", "Paper Harbour"], (await EntriesAsync(playlist)).Select(e => e.Title));
        var tracks = (await _library.TracksAsync(TrackSource.Import)).ToDictionary(t => t.Title);
        Assert.Equal(("Ana Quill", 201.0), (tracks["Paper Harbour"].Artist, tracks["Paper Harbour"].DurationSeconds));
        Assert.Null(tracks["Just A Title"].DurationSeconds);
        Assert.Equal("The Others", tracks["Third"].Artist);
    }

    [Fact]
    public async Task ImportAsync_SamePlaylistTwice_MakesOne()
    {
        await _library.ImportAsync("evening.m3u8", M3u);
        var report = await _library.ImportAsync("evening.m3u8", M3u);
        Assert.Single(await PlaylistsAsync());
        Assert.Contains("is there as it is", report.Playlist);
    }

    [Fact]
    public async Task ImportAsync_PlaylistOfANameThatIsTaken_LeavesTheOldOne()
    {
        await _library.ImportAsync("mine.m3u", "a.mp3\n");
        var report = await _library.ImportAsync("mine.m3u", "a.mp3\nb.mp3\n");
        Assert.Equal(1, Assert.Single(await PlaylistsAsync()).TrackCount);
        Assert.Contains("left as it is", report.Playlist);
    }

    [Fact]
    public async Task ImportAsync_Xspf_BecomesTracksAndAPlaylist()
    {
        var report = await _library.ImportAsync("sea.xspf", Xspf);
        Assert.Equal((3, 2, 1), (report.Rows, report.Added, report.Skipped));
        Assert.Equal("Harbour & sea", Assert.Single(await PlaylistsAsync()).Name);
        var tracks = (await _library.TracksAsync(TrackSource.Import)).ToDictionary(t => t.Title);
        Assert.Equal(("Ana Quill", "Tides", 201.0), (tracks["Paper Harbour"].Artist, tracks["Paper Harbour"].Album, tracks["Paper Harbour"].DurationSeconds));
        Assert.Equal("The Others", tracks["Third"].Artist);
    }

    [Fact]
    public async Task ImportAsync_PlaylistOfFilesThatAreHere_HoldsThese()
    {
        await Rows.AddFileAsync(_library, _library.At("music", "one.mp3"), "Paper Harbour", "Ana Quill");
        await _library.ImportAsync("here.m3u", "music/one.mp3\n");
        var entry = Assert.Single(await EntriesAsync(Assert.Single(await PlaylistsAsync())));
        Assert.Equal(_library.At("music", "one.mp3"), entry.Track?.Path);
        Assert.Empty(await _library.TracksAsync(TrackSource.Import));
    }

    private async Task<IReadOnlyList<PlaylistSummary>> PlaylistsAsync() => (await _library.Get<IPlaylistStore>().ListAsync(Listener.DefaultId))!;

    private async Task<IReadOnlyList<PlaylistEntry>> EntriesAsync(PlaylistSummary playlist) =>
        (await _library.Get<IPlaylistStore>().FindAsync(Listener.DefaultId, playlist.Id))!.Entries;
}
