using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Tests.Import;

/// <summary>Tables in the shapes that people find on the net, with invented songs.</summary>
public sealed class KnownTableTests : IDisposable
{
    private readonly TestLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Theory]
    [InlineData("\"['Ana Quill', 'The Others']\"", "Ana Quill")]
    [InlineData("Ana Quill;The Others", "Ana Quill")]
    [InlineData("\"[\"\"Quill's Own\"\"]\"", "Quill's Own")]
    [InlineData("\"['Quill\\'s \"\"Own\"\"']\"", "Quill's \"Own\"")]
    [InlineData("\"Quill, The Plain\"", "Quill, The Plain")]
    public async Task ImportAsync_ListOfArtists_TakesTheFirst(string cell, string artist)
    {
        await _library.ImportAsync("t.csv", $"track_id,artists,track_name,valence,energy,track_genre\nx1,{cell},Paper Harbour,0.5,0.5,ambient\n");
        Assert.Equal(artist, (await ImportedAsync("Paper Harbour")).Artist);
    }

    [Fact]
    public async Task ImportAsync_PlaylistSongs_TakesTheSongNotThePlaylist()
    {
        var report = await _library.ImportAsync(
            "spotify_songs.csv",
            "track_id,track_name,track_artist,track_album_name,track_album_release_date,playlist_name,playlist_genre,energy,valence,duration_ms\n" +
            "a,Paper Harbour,Ana Quill,Tides,2014-05-01,Pop Mix,pop,0.9,0.1,201000\nb,Paper Harbour,Ana Quill,Tides,2014-05-01,Rock Mix,rock,0.9,0.1,201000\n");
        var track = await ImportedAsync("Paper Harbour");
        Assert.Equal(("Ana Quill", "Tides", 2014, "pop", 201.0), (track.Artist, track.Album, track.Year, track.Genre, track.DurationSeconds));
        Assert.Equal((1, 1), (report.Added, report.Merged));
        Assert.Contains("title from track_name", report.Columns);
    }

    [Fact]
    public async Task ImportAsync_NormsOfTags_AreReadFromOneToNine()
    {
        var report = await _library.ImportAsync("muse.csv", "track,artist,valence_tags,arousal_tags,dominance_tags\nPaper Harbour,Ana Quill,7,3,5\nOther,Ana Quill,0.4,4,5\n");
        Assert.Equal(new Vad(0.5, -0.5, 0), (await ImportedAsync("Paper Harbour")).Mood.Mean);
        Assert.Equal(-1, (await ImportedAsync("Other")).Mood.Mean.Valence);
        Assert.Contains("1 to 9", report.Scale);
    }

    [Fact]
    public async Task ImportAsync_StandardisedMoods_AreReadAsZScores()
    {
        var report = await _library.ImportAsync(
            "deezer.csv", "dzr_sng_id,artist_name,track_name,valence,arousal\n1,Ana Quill,A,-1.5,0.5\n2,Ana Quill,B,1.2,-0.6\n3,Ana Quill,C,0.1,1.4\n4,Ana Quill,D,-0.2,-1.6\n");
        Assert.InRange((await ImportedAsync("A")).Mood.Mean.Valence, -0.6, -0.4);
        Assert.Contains("z-scores", report.Scale);
    }

    [Fact]
    public async Task ImportAsync_NamedScales_AreTakenByTheirNames()
    {
        await _library.ImportAsync("a.tsv", "artist\ttitle\tvalence01\tarousal01\nAna Quill\tA\t0.75\t0.25\n");
        await _library.ImportAsync("b.tsv", "artist\ttitle\tvalence_z\tarousal_z\nAna Quill\tB\t1\t-1\n");
        Assert.Equal(new(0.5, -0.5, 0), (await ImportedAsync("A")).Mood.Mean);
        Assert.Equal(new(0.35, -0.35, 0), (await ImportedAsync("B")).Mood.Mean);
    }

    [Fact]
    public async Task ImportAsync_MoodWords_CountWhereFiguresAreMissing()
    {
        await _library.ImportAsync(
            "data_moods.csv", "name,album,artist,release_date,length,valence,energy,mood\nA,Tides,Ana Quill,2014-05-01,201000,,,Sad\nB,Tides,Ana Quill,2014,201000,1,0.5,Sad\nC,Tides,Ana Quill,2014,201000,,,Zzz\n");
        var (a, b, c) = (await ImportedAsync("A"), await ImportedAsync("B"), await ImportedAsync("C"));
        Assert.Equal(NamedMoods.Find("sad")!.Centre, a.Mood.Mean);
        Assert.Equal((1, 0), (b.Mood.Mean.Valence, b.Mood.Mean.Arousal));
        Assert.False(c.Mood.IsKnown);
        Assert.Equal(201, a.DurationSeconds);
    }

    [Fact]
    public async Task ImportAsync_SongNamesBesideTitlesOfPlaylists_SkipsRowsWithoutASong()
    {
        var report = await _library.ImportAsync(
            "genres.csv",
            "danceability,energy,valence,type,id,duration_ms,genre,song_name,Unnamed: 0,title\n" +
            "0.8,0.8,0.4,audio_features,i1,124539,Dark Trap,Paper Harbour,,\n0.7,0.5,0.2,audio_features,i2,224427,Dark Trap,Paper Harbour,,\n0.5,0.9,0.2,audio_features,i3,269000,hardstyle,,1.0,Best of Hard\n");
        Assert.Equal((3, 2, 1), (report.Rows, report.Added, report.Skipped));
        Assert.DoesNotContain(await _library.TracksAsync(TrackSource.Import), t => t.Title == "Best of Hard");
    }

    [Fact]
    public async Task ImportAsync_NumbersForTracks_AreNoTitles()
    {
        var report = await _library.ImportAsync("labels.csv", "track,genre,energy\n12,classical,0.5\n13,rock,0.5\n");
        Assert.Equal((0, 2), (report.Added, report.Skipped));
    }

    [Fact]
    public async Task ImportAsync_JsonLines_AreRows()
    {
        var report = await _library.ImportAsync("t.jsonl", "{\"title\":\"A\",\"artist\":\"Ana Quill\"}\n\n{\"title\":\"B\",\"artist\":\"Ana Quill\"}\n");
        Assert.Equal((2, 2), (report.Rows, report.Added));
    }

    private async Task<Track> ImportedAsync(string title) => (await _library.TracksAsync(TrackSource.Import)).Single(t => t.Title == title);
}
