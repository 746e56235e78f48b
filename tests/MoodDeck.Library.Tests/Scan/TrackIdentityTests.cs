using Dapper;
using MoodDeck.Core.Music;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Playlists;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Sound;

namespace MoodDeck.Library.Tests.Scan;

/// <summary>A track stays itself whatever becomes of its file. Sounds are told by <see cref="FakeReader"/>.</summary>
public sealed class TrackIdentityTests : IDisposable
{
    private readonly TestLibrary _library = new();
    private readonly FolderScanner _scanner;
    private int _clock;

    public TrackIdentityTests() => _scanner = new(_library.Database, new FakeReader(), _library.Get<IAnalysisJobs>(), _library.Get<TrackMoods>(), new(2));

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task Scan_SameSoundElsewhere_HasTheSameIdEverywhere()
    {
        Write("a.mp3", "abc: Song");
        await ScanAsync();
        using var other = new TestLibrary();
        var path = other.Write("music/x/y.mp3", "abc: Another name");
        await new FolderScanner(other.Database, new FakeReader(), other.Get<IAnalysisJobs>(), other.Get<TrackMoods>(), new(1)).ScanAsync(Path.GetDirectoryName(path)!);
        Assert.Equal((await TracksAsync()).Single().Id, (await other.TracksAsync(TrackSource.Library)).Single().Id);
    }

    [Fact]
    public async Task Scan_HeardSound_IsWhatTheQueueMixesBy()
    {
        Write("a.mp3", "abc: Song");
        await ScanAsync();
        var track = Assert.Single(await TracksAsync());
        Assert.Equal(new TrackMix(90, new(9, false), -20), track.Mix);
        var index = await _library.Catalogue.IndexAsync();
        var row = Enumerable.Range(0, index.Count).Single(r => index.IdOf(r) == track.Id);
        Assert.Equal(track.Mix, index.MixOf(row));
    }

    [Fact]
    public async Task Scan_UnclearBeatAndKey_AreNotMixedBy()
    {
        Write("a.mp3", "abc: Song");
        await ScanAsync();
        using (var connection = _library.Database.Connect()) connection.Execute("UPDATE track_sound SET tempo_clarity = 0.1, key_clarity = 0.3");
        Assert.Equal(new TrackMix(null, null, -20), Assert.Single(await TracksAsync()).Mix);
    }

    [Fact]
    public async Task Scan_MovedFile_IsTheSameTrack()
    {
        Write("a.mp3", "abc: Song");
        await ScanAsync();
        var id = await LikeAsync();
        Directory.CreateDirectory(_library.At("music", "deep"));
        File.Move(_library.At("music", "a.mp3"), _library.At("music", "deep", "b.mp3"));
        var report = await ScanAsync();
        Assert.Equal((0, 1, 0), (report.Added, report.Moved, report.Removed));
        var track = Assert.Single(await TracksAsync());
        Assert.Equal((id, _library.At("music", "deep", "b.mp3")), (track.Id, track.Path));
        Assert.True((await LikedAsync()).Single().InCatalogue);
    }

    [Fact]
    public async Task Scan_MovedFolder_LosesAndDoublesNothing()
    {
        for (var i = 0; i < 40; i++) Write($"old/{i}.mp3", $"sound{i}: Song {i}");
        await ScanAsync();
        var before = (await TracksAsync()).Select(t => t.Id).Order().ToList();
        Directory.Move(_library.At("music", "old"), _library.At("music", "new"));
        var report = await ScanAsync();
        Assert.Equal((0, 40, 0), (report.Added, report.Moved, report.Removed));
        Assert.Equal(before, (await TracksAsync()).Select(t => t.Id).Order());
    }

    [Fact]
    public async Task Scan_RetaggedFile_IsTheSameTrackByItsNewName()
    {
        Write("a.mp3", "abc: Song");
        await ScanAsync();
        var id = (await TracksAsync()).Single().Id;
        Write("a.mp3", "abc: The Song by Somebody");
        Assert.Equal(1, (await ScanAsync()).Updated);
        var track = Assert.Single(await TracksAsync());
        Assert.Equal((id, "The Song", "Somebody"), (track.Id, track.Title, track.Artist));
    }

    [Fact]
    public async Task Scan_RetaggedAndMoved_IsTheSameTrack()
    {
        Write("a.mp3", "abc: Song");
        await ScanAsync();
        var id = (await TracksAsync()).Single().Id;
        File.Delete(_library.At("music", "a.mp3"));
        Write("b.mp3", "abc: Other name by Somebody");
        Assert.Equal(1, (await ScanAsync()).Moved);
        Assert.Equal((id, "Other name"), (await TracksAsync()).Select(t => (t.Id, t.Title)).Single());
    }

    [Fact]
    public async Task Scan_SameSongInAnotherEncoding_KeepsItsId()
    {
        Write("a.mp3", "128k: Song by Her");
        await ScanAsync();
        var id = await LikeAsync();
        Write("a.mp3", "320k: Song by Her");
        await ScanAsync();
        Assert.Equal(id, (await TracksAsync()).Single().Id);

        // Where the first encoding comes up again it is a track of its own.
        Write("b.mp3", "128k: Song by Her");
        Assert.Equal(1, (await ScanAsync()).Added);
        Assert.Equal(2, (await TracksAsync()).DistinctBy(t => t.Id).Count());
    }

    [Fact]
    public async Task Scan_OtherSongAtThePlace_IsAnotherTrack()
    {
        Write("a.mp3", "abc: Song by Her");
        await ScanAsync();
        var id = (await TracksAsync()).Single().Id;
        Write("a.mp3", "xyz: Other by Him");
        await ScanAsync();
        Assert.NotEqual(id, (await TracksAsync()).Single().Id);
    }

    [Fact]
    public async Task Scan_Copies_AreOneTrackThatOutlivesEither()
    {
        Write("a.mp3", "abc: Song");
        Write("b.mp3", "abc: Song");
        var report = await ScanAsync();
        Assert.Equal((2, 1), (report.Found, report.Added));
        var track = Assert.Single(await TracksAsync());
        var other = track.Path == _library.At("music", "a.mp3") ? "b.mp3" : "a.mp3";
        File.Delete(track.Path!);
        Assert.Equal(0, (await ScanAsync()).Removed);
        var left = Assert.Single(await TracksAsync());
        Assert.Equal((track.Id, _library.At("music", other)), (left.Id, left.Path));
        File.Delete(left.Path!);
        Assert.Equal(1, (await ScanAsync()).Removed);
        Assert.Empty(await TracksAsync());
    }

    [Fact]
    public async Task Scan_FilesThatChangedPlaces_KeepTheirSounds()
    {
        Write("a.mp3", "first one: A");
        Write("b.mp3", "second: B");
        await ScanAsync();
        // The first has its id from another encoding, so that it can only be kept and not be found again.
        Write("a.mp3", "first two: A");
        await ScanAsync();
        var ids = (await TracksAsync()).OrderBy(t => t.Title).Select(t => t.Id).ToList();
        File.Move(_library.At("music", "a.mp3"), _library.At("music", "c.tmp"));
        File.Move(_library.At("music", "b.mp3"), _library.At("music", "a.mp3"));
        File.Move(_library.At("music", "c.tmp"), _library.At("music", "b.mp3"));
        var report = await ScanAsync();
        Assert.Equal((0, 0), (report.Added, report.Removed));
        Assert.Equal(ids, (await TracksAsync()).OrderBy(t => t.Title).Select(t => t.Id));
        Assert.Equal([("A", "b.mp3"), ("B", "a.mp3")], (await TracksAsync()).OrderBy(t => t.Title).Select(t => (t.Title, Path.GetFileName(t.Path)!)));
    }

    [Fact]
    public async Task Scan_SongThatATableBrought_BecomesPlayableAndKeepsWhatIsKnown()
    {
        await _library.ImportAsync("songs.csv", "title,artist,language,genre,year,valence,arousal\nRío,Ella,es,folk,1999,0.9,0.9\n");
        var id = (await _library.TracksAsync(TrackSource.Import)).Single().Id;
        Write("rio.mp3", "abc: Rio by ELLA");
        await ScanAsync();
        Assert.Empty(await _library.TracksAsync(TrackSource.Import));
        var track = Assert.Single(await TracksAsync());
        Assert.Equal((id, "es", "folk", 1999), (track.Id, track.Language, track.Genre, track.Year));
        // What was heard goes before what the table says.
        Assert.Equal(0.5, track.Mood.Mean.Valence, 6);

        Write("rio.mp3", "abc: Rio by Ella");
        await ScanAsync();
        Assert.Equal("es", (await TracksAsync()).Single().Language);
    }

    [Fact]
    public async Task Scan_TrackThatWasKnownByItsPath_StaysItself()
    {
        var path = Write("a.mp3", "abc: Song");
        using (var connection = _library.Database.Connect())
        {
            connection.Execute(
                """
                INSERT INTO tracks (id, source, external_key, title, valence, arousal, dominance, valence_sigma, arousal_sigma, dominance_sigma, path,
                    artist_key, genre_key, search_text, added_at, updated_at)
                VALUES ('00000000deadbeef', 'library', @path, 'Song', 0, 0, 0, 1, 1, 1, @path, '', '', 'song', '', '');
                INSERT INTO scanned_files (path, size_bytes, modified_at, reader, track_id) VALUES (@path, 1, 1, '2 linear', '00000000deadbeef');
                """,
                new { path });
        }

        await ScanAsync();
        Assert.Equal("00000000deadbeef", (await TracksAsync()).Single().Id);
        File.Move(path, _library.At("music", "moved.mp3"));
        await ScanAsync();
        Assert.Equal("00000000deadbeef", (await TracksAsync()).Single().Id);
    }

    private void Write(string name, string content, int ticks) => File.SetLastWriteTimeUtc(_library.Write(Path.Combine("music", name), content), DateTime.UnixEpoch.AddSeconds(ticks));

    private string Write(string name, string content)
    {
        Write(name, content, ++_clock);
        return _library.At(["music", .. name.Split('/')]);
    }

    private Task<ScanReport> ScanAsync() => _scanner.ScanAsync(_library.At("music"));

    private Task<List<Track>> TracksAsync() => _library.TracksAsync(TrackSource.Library);

    private async Task<string> LikeAsync()
    {
        var id = (await TracksAsync()).Single().Id;
        Assert.True(await _library.Get<ITrackMarks>().SetAsync("default", id, TrackMark.Like));
        return id;
    }

    private async Task<IReadOnlyList<MarkedTrack>> LikedAsync() => (await _library.Get<ITrackMarks>().ListAsync("default"))!;
}
