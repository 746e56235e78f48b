using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Tests.Import;

public sealed class SameSongTests : IDisposable
{
    private readonly TestLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Theory]
    [InlineData("PAPER HÁRBOUR", "ana quill")]
    [InlineData("Paper Harbour - Remastered 2009", "Ana Quill")]
    [InlineData("Paper Harbour (feat. The Others) [Radio Edit]", "Ana Quill")]
    [InlineData("Paper Harbour ft. The Others", "Ana Quill feat. The Others")]
    public async Task ImportAsync_SongOfAnotherTable_BecomesTheSameTrack(string title, string artist)
    {
        await _library.ImportAsync("a.csv", "title,artist,valence,arousal\nPaper Harbour,Ana Quill,0.9,0.1\n");
        var report = await _library.ImportAsync("b.csv", $"name,artists,year\n{title},{artist},2014\n");
        var track = Assert.Single(await _library.TracksAsync(TrackSource.Import));
        Assert.Equal(("Paper Harbour", 2014, 0.8), (track.Title, track.Year, Math.Round(track.Mood.Mean.Valence, 6)));
        Assert.Equal((0, 1), (report.Added, report.Updated));
    }

    [Fact]
    public async Task ImportAsync_OtherSongs_StayApart()
    {
        var report = await _library.ImportAsync("a.csv", "title,artist\nNight - Day,Ana Quill\nNight,Ana Quill\n(Night),The Others\n[],The Others\nNight,The Others\n");
        Assert.Equal((5, 0), (report.Added, report.Merged));
    }

    [Fact]
    public async Task ImportAsync_SongOfAFile_KeepsTheFileAndGainsWhatWasUnknown()
    {
        await AddFileAsync("Paper Harbour", TrackMood.Unknown);
        const string Table = "title,artist,album,year,genre,valence,arousal\nPaper Harbour - Live,ANA QUILL,Tides,2014,Pop,0.5,-0.5\nOther,Ana Quill,,,,,-0.1\n";
        var first = await _library.ImportAsync("a.csv", Table);
        var file = Assert.Single(await _library.TracksAsync(TrackSource.Library));
        Assert.Equal(("Paper Harbour", "Own Album", 2014, "pop", "/music/a.flac"), (file.Title, file.Album, file.Year, file.Genre, file.Path));
        Assert.Equal(new Vad(0.5, -0.5, 0), file.Mood.Mean);
        Assert.Equal((1, 1), (first.Added, first.Merged));
        Assert.Contains(first.Reasons, r => r.Reason == "is the same song as one of the music folders");

        await _library.ImportAsync("a.csv", Table);
        Assert.Equal(file, Assert.Single(await _library.TracksAsync(TrackSource.Library)));
        Assert.Single(await _library.TracksAsync(TrackSource.Import));
    }

    [Fact]
    public async Task ImportAsync_SongOfAFileThatWasListenedTo_KeepsItsMood()
    {
        var mood = TrackMood.Of(new(0.2, 0.3, 0), 0.2);
        await AddFileAsync("Paper Harbour", mood);
        await _library.ImportAsync("a.csv", "title,artist,valence,arousal\nPaper Harbour,Ana Quill,-0.5,-0.5\n");
        Assert.Equal(mood, Assert.Single(await _library.TracksAsync(TrackSource.Library)).Mood);
    }

    [Fact]
    public async Task ImportAsync_SongOfTheStarterCatalogue_BecomesTheListenersOwn()
    {
        var before = await _library.TracksAsync();
        var song = before.First(t => t.Source == TrackSource.Starter);
        var table = $"title,artist,genre,duration_ms\n\"{song.Title}\",\"{song.Artist}\",other,123000\n";
        await _library.ImportAsync("a.csv", table);
        var second = await _library.ImportAsync("a.csv", table);
        Assert.Equal(before.Count, (await _library.TracksAsync()).Count);
        Assert.Equal(song with { Source = TrackSource.Import, DurationSeconds = 123 }, Assert.Single(await _library.TracksAsync(TrackSource.Import)));
        Assert.Equal((0, 0, 1), (second.Added, second.Updated, second.Unchanged));
    }

    [Fact]
    public async Task ImportAsync_SongTwiceInATable_KeepsTheFirstRowAndFillsItsGaps()
    {
        const string Table = "title,artist,year,genre\nPaper Harbour,Ana Quill,2014,\nPaper Harbour (Live),Ana Quill,2019,folk\n";
        await _library.ImportAsync("a.csv", Table);
        var track = Assert.Single(await _library.TracksAsync(TrackSource.Import));
        Assert.Equal((2014, "folk"), (track.Year, track.Genre));
        var second = await _library.ImportAsync("a.csv", Table);
        Assert.Equal((0, 0, 1, 1), (second.Added, second.Updated, second.Unchanged, second.Merged));
    }

    [Fact]
    public async Task ImportAsync_LessSureFigure_DoesNotReplaceASurerOne()
    {
        await _library.ImportAsync("a.csv", "title,artist,valence,arousal,sigma\nPaper Harbour,Ana Quill,0.5,0.5,0.1\n");
        await _library.ImportAsync("b.csv", "title,artist,valence,arousal\nPaper Harbour,Ana Quill,-0.5,-0.5\n");
        Assert.Equal(0.5, Assert.Single(await _library.TracksAsync(TrackSource.Import)).Mood.Mean.Valence);
    }

    private Task AddFileAsync(string title, TrackMood mood) => Rows.AddFileAsync(_library, "/music/a.flac", title, "Ana Quill", "Own Album", mood);
}
