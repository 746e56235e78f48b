using System.Text;
using MoodDeck.Audio.Encoding;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Artwork;
using MoodDeck.Library.Export;
using MoodDeck.Library.Lyrics;
using MoodDeck.Library.Sound;

namespace MoodDeck.Library.Tests.Scan;

/// <summary>Scans real files, encoded by ffmpeg and read by it again.</summary>
public sealed class RealAudioTests : IDisposable
{
    // The smallest picture there is: one grey pixel.
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private readonly TestLibrary _library = new();

    public RealAudioTests()
    {
        Assert.SkipUnless(HasFfmpeg(), "needs the ffmpeg programs");
        Directory.CreateDirectory(_library.At("music"));
    }

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task ScanAsync_TaggedFileWithCover_FillsTheTrack()
    {
        var path = await EncodeAsync("01 - x.mp3", AudioEncoding.Mp3, new()
        {
            Title = "Sommer", Artist = "Jemand", Album = "Jahr", Year = 2003, Genre = "Pop", Language = "deu", TrackNumber = 4,
        }, Png);
        var report = await _library.Scanner.ScanAsync(_library.At("music"));
        Assert.Empty(report.Problems);
        var track = Assert.Single(await _library.TracksAsync(TrackSource.Library));
        Assert.Equal(("Sommer", "Jemand", "Jahr", 2003, "pop", "de", path), (
            track.Title, track.Artist, track.Album, track.Year, track.Genre, track.Language, track.Path));
        Assert.Equal(6, track.DurationSeconds!.Value, 0.2);
        Assert.Equal((4, null), (track.TrackNumber, track.DiscNumber));
        Assert.True(track.Mood.Sigma.Valence > 0.15);

        var cover = await _library.Get<IArtworkStore>().FindAsync(track.ArtworkId!);
        Assert.Equal(("image/png", Png.Length), (cover!.MediaType, cover.Bytes.Length));
    }

    [Fact]
    public async Task ScanAsync_FileThatStatesItsMood_IsBelieved()
    {
        await EncodeAsync("a.flac", AudioEncoding.Flac, new() { Title = "T", Artist = "MoodDeck Demo", Mood = new Vad(0.4, -0.6, 0.1), Language = "zxx" });
        await EncodeAsync("b.flac", AudioEncoding.Flac, new() { Title = "T", Artist = "Somebody", Mood = new Vad(-0.4, 0.6, 0) });
        await _library.Scanner.ScanAsync(_library.At("music"));
        var demo = Assert.Single(await _library.TracksAsync(TrackSource.Demo));
        Assert.Equal(TrackMood.Of(new(0.4, -0.6, 0.1), 0.15), demo.Mood);
        Assert.Equal("zxx", demo.Language);
        Assert.Single(await _library.TracksAsync(TrackSource.Library));
    }

    // A tone of 330 Hz at -10.46 dBFS in both channels; the weighting takes about 0.6 dB from so low a one.
    [Fact]
    public async Task ScanAsync_AnyFile_IsMeasuredWhetherOrNotItStatesItsMood()
    {
        await EncodeAsync("stated.flac", AudioEncoding.Flac, new() { Title = "A", Mood = new Vad(0, 0, 0) });
        await EncodeAsync("heard.flac", AudioEncoding.Flac, new() { Title = "B" }, seconds: 7);
        await _library.Scanner.ScanAsync(_library.At("music"));
        await _library.Get<IWholeFiles>().MeasureAsync(1);
        var tracks = await _library.TracksAsync(TrackSource.Library);
        Assert.Equal(2, tracks.Count);
        Assert.All(tracks, track =>
        {
            Assert.Equal(-11.1, track.Loudness!.Value.IntegratedLufs, 0.3);
            Assert.Equal(-10.46, track.Loudness!.Value.TruePeakDb!.Value, 0.1);
        });
    }

    // At first the middle is heard, and what the ends hold is not known.
    [Fact]
    public async Task MeasureAsync_AfterAScan_KnowsThePeaks()
    {
        await EncodeAsync("long.flac", AudioEncoding.Flac, new() { Title = "A", Mood = new Vad(0, 0, 0) }, seconds: 62);
        await EncodeAsync("short.flac", AudioEncoding.Flac, new() { Title = "B", Mood = new Vad(0, 0, 0) }, seconds: 58);
        await _library.Scanner.ScanAsync(_library.At("music"));
        var tracks = (await _library.TracksAsync(TrackSource.Library)).OrderBy(t => t.Title).ToList();
        Assert.All(tracks, track => Assert.Equal(-11.1, track.Loudness!.Value.IntegratedLufs, 0.3));
        Assert.Equal([null, null], tracks.Select(t => t.Loudness!.Value.TruePeakDb));

        Assert.Equal(2, await _library.Get<IWholeFiles>().LeftAsync());
        await _library.Get<IWholeFiles>().MeasureAsync(2);
        Assert.Equal(0, await _library.Get<IWholeFiles>().LeftAsync());
        tracks = await _library.TracksAsync(TrackSource.Library);
        Assert.All(tracks, track => Assert.Equal(-10.46, track.Loudness!.Value.TruePeakDb!.Value, 0.1));
        var sound = await _library.Get<ITrackSounds>().FindAsync(tracks[0].Id);
        Assert.All(sound!.Course!.Lufs.Skip(4), lufs => Assert.Equal(-11.1, lufs, 0.3));

        // Tagged anew it is the same sound, and is not measured again.
        var retagged = await EncodeAsync("long.flac", AudioEncoding.Flac, new() { Title = "Other", Mood = new Vad(0, 0, 0) }, seconds: 62);
        Assert.Equal(1, (await _library.Scanner.ScanAsync(_library.At("music"))).Updated);
        Assert.Equal(0, await _library.Get<IWholeFiles>().LeftAsync());
        Assert.Equal(-10.46, Assert.Single(await _library.TracksAsync(TrackSource.Library), t => t.Path == retagged).Loudness!.Value.TruePeakDb!.Value, 0.1);
    }

    // A file beside the audio changes nothing of it, and is noticed all the same.
    [Fact]
    public async Task ScanAsync_WordsBesideAFile_AreFoundWheneverTheyComeAndGo()
    {
        var path = await EncodeAsync("a.mp3", AudioEncoding.Mp3, new() { Title = "Song", Language = "deu" });
        await _library.Scanner.ScanAsync(_library.At("music"));
        var track = Assert.Single(await _library.TracksAsync(TrackSource.Library));
        Assert.False(track.HasLyrics);

        var words = Path.ChangeExtension(path, ".lrc");
        await File.WriteAllTextAsync(words, "[00:01.00]Eins\n[00:02.00]Zwei\n");
        File.SetLastWriteTimeUtc(words, DateTime.UtcNow.AddYears(-1)); // older than the song, as one that was unpacked
        Assert.Equal(0, (await _library.Scanner.ScanAsync(_library.At("music"))).Unchanged);
        Assert.True(Assert.Single(await _library.TracksAsync(TrackSource.Library)).HasLyrics);
        Assert.Equal("de", (await _library.Get<ILyricsStore>().FindAsync(track.Id))!.Language);
        File.Delete(words);
        await _library.Scanner.ScanAsync(_library.At("music"));
        Assert.False(Assert.Single(await _library.TracksAsync(TrackSource.Library)).HasLyrics);
    }

    [Fact]
    public async Task ScanAsync_FileWithoutTags_TakesItsNameAndTheFoldersCover()
    {
        await EncodeAsync("02 - Some_Song.flac", AudioEncoding.Flac, new() { Title = "" });
        await File.WriteAllBytesAsync(_library.At("music", "Cover.PNG"), Png);
        await _library.Scanner.ScanAsync(_library.At("music"));
        var track = Assert.Single(await _library.TracksAsync(TrackSource.Library));
        Assert.Equal("Some Song", track.Title);
        Assert.NotNull(await _library.Get<IArtworkStore>().FindAsync(track.ArtworkId!));
    }

    [Fact]
    public async Task ScanAsync_EmptyTornAndFalseFiles_AreNamedAndSkipped()
    {
        var good = await EncodeAsync("good.flac", AudioEncoding.Flac, new() { Title = "Good", Mood = new Vad(0.1, 0.1, 0) });
        var bytes = await File.ReadAllBytesAsync(good);
        await File.WriteAllBytesAsync(_library.At("music", "torn.flac"), bytes[..(bytes.Length / 2)]);
        await File.WriteAllBytesAsync(_library.At("music", "empty.mp3"), []);
        await File.WriteAllTextAsync(_library.At("music", "text.mp3"), string.Join('\n', Enumerable.Repeat("not music", 200)), Encoding.UTF8);
        var report = await _library.Scanner.ScanAsync(_library.At("music"));
        Assert.Equal((4, 1), (report.Found, report.Added));
        Assert.Equal(["empty.mp3", "text.mp3", "torn.flac"], report.Problems.Select(p => Path.GetFileName(p.Path)));
    }

    [Fact]
    public async Task ScannedFiles_Play_AndStandInThePlaylist()
    {
        var path = await EncodeAsync("a.flac", AudioEncoding.Flac, new() { Title = "T", Artist = "MoodDeck Demo", Mood = new Vad(0, 0, 0) });
        await _library.Scanner.ScanAsync(_library.At("music"));
        using var stream = new MemoryStream();
        Assert.Equal(1, await _library.Exporter.ExportAsync(stream, ExportFormat.M3u8));
        Assert.Equal($"#EXTM3U\n#EXTINF:6,MoodDeck Demo - T\n{path}\n", Encoding.UTF8.GetString(stream.ToArray()));
        var plan = await _library.Get<QueuePlanner>().PlanAsync(new() { Sources = [TrackSource.Demo] });
        Assert.Equal(1, plan.Result.Playable);

        File.Delete(path);
        Assert.Equal(1, (await _library.Scanner.ScanAsync(_library.At("music"))).Removed);
        Assert.Empty((await _library.Get<QueuePlanner>().PlanAsync(new() { Sources = [TrackSource.Demo] })).Tracks);
    }

    private async Task<string> EncodeAsync(string name, AudioEncoding encoding, AudioTags tags, byte[]? cover = null, int seconds = 6)
    {
        const int rate = 22_050;
        var samples = Enumerable.Range(0, seconds * rate).Select(i => 0.3f * MathF.Sin(2 * MathF.PI * 330 * i / rate)).ToArray();
        WavWriter.Write(_library.At("tone.wav"), samples, samples, rate);
        var encoded = await _library.Get<AudioEncoder>().EncodeAsync(
            _library.At("tone.wav"), _library.At("music", name), encoding, tags, cover is null ? default(ReadOnlyMemory<byte>?) : cover);
        Assert.True(encoded.IsOk, encoded.Failure?.Message);
        return encoded.Value;
    }

    private static bool HasFfmpeg() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "ffmpeg")) && File.Exists(Path.Combine(folder, "ffprobe")));
}
