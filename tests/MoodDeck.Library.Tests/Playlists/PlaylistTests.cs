using System.Text;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Export;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;

namespace MoodDeck.Library.Tests.Playlists;

public sealed class PlaylistTests : IDisposable
{
    private readonly TestLibrary _library = new();

    private IPlaylistStore Store => _library.Get<IPlaylistStore>();

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task CreateAsync_Tracks_AreKeptInOrderAndTwiceWhereAsked()
    {
        var ids = await IdsAsync(3);
        var made = (await Store.CreateAsync("default", " Evening ", [ids[2], ids[0], ids[2]])).Playlist!;
        Assert.Equal(("Evening", 1), (made.Name, made.Version));
        Assert.Equal([ids[2], ids[0], ids[2]], (await Store.FindAsync("default", made.Id))!.Entries.Select(e => e.TrackId));
        Assert.Equal(3, Assert.Single((await Store.ListAsync("default"))!).TrackCount);
    }

    [Fact]
    public async Task CreateAsync_WhatIsNotThere_IsRefusedAndLeavesNothing()
    {
        Assert.Equal(PlaylistRefusal.UnknownListener, (await Store.CreateAsync("nobody", "X", [])).Refusal);
        var unknown = await Store.CreateAsync("default", "X", [(await IdsAsync(1))[0], "nothing"]);
        Assert.Equal((PlaylistRefusal.UnknownTrack, "nothing"), (unknown.Refusal, unknown.UnknownTrackId));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CreateAsync("default", " ", []));
        Assert.Empty((await Store.ListAsync("default"))!);
        Assert.Null(await Store.ListAsync("nobody"));
    }

    [Fact]
    public async Task ChangeAsync_NameOrTracks_LeavesTheOther()
    {
        var ids = await IdsAsync(3);
        var made = (await Store.CreateAsync("default", "A", [ids[0]])).Playlist!;
        var renamed = (await Store.ChangeAsync("default", made.Id, 1, "B", null)).Playlist!;
        Assert.Equal(("B", 2, 1), (renamed.Name, renamed.Version, renamed.Entries.Count));
        var moved = (await Store.ChangeAsync("default", made.Id, 2, null, [ids[2], ids[1]])).Playlist!;
        Assert.Equal(("B", 3), (moved.Name, moved.Version));
        Assert.Equal([ids[2], ids[1]], moved.Entries.Select(e => e.TrackId));
    }

    [Fact]
    public async Task ChangeAsync_ManyAtOnceOnOneVersion_OneWinsAndNobodyIsUndone()
    {
        var ids = await IdsAsync(8);
        var made = (await Store.CreateAsync("default", "A", [])).Playlist!;
        var changes = await Task.WhenAll(ids.Select(id => Store.ChangeAsync("default", made.Id, 1, null, [id])));
        var won = Assert.Single(changes, c => c.Refusal == PlaylistRefusal.None);
        Assert.All(changes.Where(c => c != won), c => Assert.Equal((PlaylistRefusal.Stale, 2), (c.Refusal, c.Playlist!.Version)));
        Assert.Equal(won.Playlist!.Entries.Select(e => e.TrackId), (await Store.FindAsync("default", made.Id))!.Entries.Select(e => e.TrackId));
    }

    [Fact]
    public async Task FindAsync_TrackThatLeft_IsAGapWithItsNameAndMayBeMoved()
    {
        await _library.ImportAsync("t.csv", "title,artist\nGone Song,Ghost\n");
        var gone = Assert.Single(await _library.TracksAsync(TrackSource.Import)).Id;
        var there = (await IdsAsync(1))[0];
        var made = (await Store.CreateAsync("default", "A", [there, gone])).Playlist!;
        await RemoveAsync(gone);
        var gap = (await Store.FindAsync("default", made.Id))!.Entries[1];
        Assert.Equal((gone, "Gone Song", "Ghost", null), (gap.TrackId, gap.Title, gap.Artist, gap.Track));

        var moved = (await Store.ChangeAsync("default", made.Id, 1, null, [gone, there])).Playlist!;
        Assert.Equal(["Gone Song", moved.Entries[1].Track!.Title], moved.Entries.Select(e => e.Title));
        Assert.Equal(PlaylistRefusal.UnknownTrack, (await Store.CreateAsync("default", "B", [gone])).Refusal);

        Assert.Contains("Gone Song,Ghost,,,,,,,,," + gone, await ExportAsync(moved, ExportFormat.Csv), StringComparison.Ordinal);
        Assert.Equal("#EXTM3U\n", await ExportAsync(moved, ExportFormat.M3u8));
    }

    [Fact]
    public async Task RemoveAsync_SomebodyElses_IsNotFound()
    {
        var ana = (await _library.Get<IListenerStore>().AddAsync("Ana"))!;
        var made = (await Store.CreateAsync(ana.Id, "A", [])).Playlist!;
        Assert.Null(await Store.FindAsync("default", made.Id));
        Assert.False(await Store.RemoveAsync("default", made.Id));
        Assert.Equal(PlaylistRefusal.UnknownPlaylist, (await Store.ChangeAsync("default", made.Id, 1, "B", null)).Refusal);
        Assert.True(await Store.RemoveAsync(ana.Id, made.Id));
        Assert.True((await Store.CreateAsync(ana.Id, "B", [])).Playlist!.Id > made.Id);
    }

    private async Task<List<string>> IdsAsync(int count) => [.. (await _library.Catalogue.SearchAsync(new() { Limit = count })).Tracks.Select(t => t.Id)];

    private Task<bool> RemoveAsync(string id) => _library.Database.WriteAsync(
        (connection, transaction) =>
        {
            using var writer = new TrackWriter(connection, transaction, TimeProvider.System);
            return writer.Remove(id);
        },
        CancellationToken.None);

    private static async Task<string> ExportAsync(Playlist playlist, ExportFormat format)
    {
        using var stream = new MemoryStream();
        await PlaylistExporter.ExportAsync(stream, playlist, format);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
