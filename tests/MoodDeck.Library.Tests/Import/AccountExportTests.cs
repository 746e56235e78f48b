using System.Text;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Tests.Import;

/// <summary>What services and players write of an account, in their shapes, with invented songs.</summary>
public sealed class AccountExportTests : IDisposable
{
    private readonly TestLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Theory]
    [InlineData("StreamingHistory0.json", """[{"endTime":"2021-03-04 10:11","artistName":"Ana Quill","trackName":"Paper Harbour","msPlayed":201000},{"endTime":"2021-03-05 10:11","artistName":"Ana Quill","trackName":"Paper Harbour","msPlayed":3000}]""")]
    [InlineData("endsong_0.json", """[{"ts":"2021-03-04T10:11:00Z","ms_played":201000,"master_metadata_track_name":"Paper Harbour","master_metadata_album_artist_name":"Ana Quill","master_metadata_album_album_name":"Tides","spotify_track_uri":"spotify:track:x","episode_name":null},{"ts":"2021-03-04T10:12:00Z","ms_played":1,"master_metadata_track_name":null,"episode_name":"Talk"}]""")]
    [InlineData("YourLibrary.json", """{"tracks":[{"artist":"Ana Quill","album":"Tides","track":"Paper Harbour","uri":"spotify:track:x"}],"albums":[{"artist":"The Others","album":"Third","uri":"u"}],"shows":[{"name":"Talk","publisher":"P"}]}""")]
    [InlineData("Playlist1.json", """{"playlists":[{"name":"Evening","lastModifiedDate":"2021-03-04","items":[{"track":{"trackName":"Paper Harbour","artistName":"Ana Quill","albumName":"Tides","trackUri":"spotify:track:x"},"episode":null,"addedDate":"2021-03-04"}]}]}""")]
    [InlineData("lastfm.json", """[{"track":[{"artist":{"mbid":"","#text":"Ana Quill"},"image":[{"size":"small","#text":""}],"name":"Paper Harbour","album":{"mbid":"","#text":"Tides"},"date":{"uts":"1614852660","#text":"04 Mar 2021, 10:11"}}],"@attr":{"page":"1"}}]""")]
    [InlineData("recent.json", """{"recenttracks":{"track":[{"artist":{"#text":"Ana Quill"},"name":"Paper Harbour","album":{"#text":"Tides"},"date":{"uts":"1614852660","#text":"04 Mar 2021, 10:11"}}],"@attr":{"user":"u"}}}""")]
    [InlineData("stats.json", """{"username":"u","scrobbles":[{"track":"Paper Harbour","artist":"Ana Quill","album":"Tides","albumId":"1","date":1614852660000}]}""")]
    [InlineData("lastfm.csv", "uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid\n\"1614852660\",\"04 Mar 2021, 10:11\",\"Ana Quill\",\"\",\"Tides\",\"\",\"Paper Harbour\",\"\"\n")]
    [InlineData("bare.csv", "Ana Quill,Tides,Paper Harbour,04 Mar 2021 10:11\nAna Quill,Tides,Paper Harbour,05 Mar 2021 10:11\n")]
    [InlineData("dated.csv", "artist,album,track,date\nAna Quill,Tides,Paper Harbour,04 Mar 2021 10:11\n")]
    public async Task ImportAsync_Account_BringsEachSongOnceWithoutAYear(string name, string content)
    {
        var report = await _library.ImportAsync(name, content);
        var track = Assert.Single(await _library.TracksAsync(TrackSource.Import));
        Assert.Equal(("Paper Harbour", "Ana Quill", null, null), (track.Title, track.Artist, track.Year, track.DurationSeconds));
        Assert.Equal(1, report.Added);
    }

    [Fact]
    public async Task ImportAsync_HistoryWithPodcasts_SaysThatTheyAreNoSongs()
    {
        var report = await _library.ImportAsync(
            "Streaming_History_Audio_2021.json", """[{"ts":"x","master_metadata_track_name":"A","master_metadata_album_artist_name":"B"},{"ts":"x","master_metadata_track_name":null,"episode_name":"Talk"}]""");
        Assert.Equal("is an episode of a podcast, not a song", Assert.Single(report.Reasons).Reason);
    }

    [Fact]
    public async Task ImportAsync_AccountTooLargeToBeOneObject_LeavesOutWhatIsBesideTheTracks()
    {
        var text = new StringBuilder("{\"tracks\":[");
        for (var i = 0; i < 20_000; i++) text.Append(i == 0 ? "" : ",").Append("{\"artist\":\"Artist ").Append(i).Append("\",\"album\":\"Tides\",\"track\":\"Paper Harbour ").Append(i).Append("\",\"uri\":\"u\"}");
        text.Append("],\"albums\":[{\"artist\":\"B\",\"album\":\"C\"}],\"shows\":[{\"name\":\"Talk\",\"publisher\":\"P\"}],\"other\":[\"x\"]}");
        var report = await _library.ImportAsync("YourLibrary.json", text.ToString());
        Assert.Equal((20_000, 20_000, 0), (report.Rows, report.Added, report.Skipped));
    }

    [Fact]
    public async Task ImportAsync_ITunesLibrary_BringsItsMusic()
    {
        var report = await _library.ImportAsync(
            "Library.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple Computer//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0"><dict><key>Major Version</key><integer>1</integer><key>Tracks</key><dict>
            <key>11</key><dict><key>Track ID</key><integer>11</integer><key>Name</key><string>Paper Harbour</string><key>Artist</key><string>Ana &amp; Quill</string>
            <key>Total Time</key><integer>201000</integer><key>Year</key><integer>2014</integer><key>Genre</key><string>Pop</string><key>Location</key><string>file://localhost/music/A%20b.mp3</string></dict>
            <key>12</key><dict><key>Name</key><string>Talk</string><key>Podcast</key><true/></dict>
            </dict><key>Playlists</key><array><dict><key>Name</key><string>Library</string><key>Playlist Items</key><array><dict><key>Track ID</key><integer>11</integer></dict></array></dict></array></dict></plist>
            """);
        var track = Assert.Single(await _library.TracksAsync(TrackSource.Import));
        Assert.Equal(("Paper Harbour", "Ana & Quill", 2014, "pop", 201.0), (track.Title, track.Artist, track.Year, track.Genre, track.DurationSeconds));
        Assert.Equal((2, 1), (report.Rows, report.Skipped));
    }
}
