using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Encoding;
using MoodDeck.Audio.Loudness;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Demo.Tests;

public sealed class DemoLibraryTests : IDisposable
{
    private static readonly IReadOnlyList<DemoPiece> s_two = [.. DemoCatalogue.Pieces.OrderBy(p => p.DurationSeconds).Take(2)];

    private readonly string _folder = Directory.CreateTempSubdirectory("mooddeck-demo-").FullName;
    private readonly DemoLibrary _library = new(new AudioEncoder(), new AudioProbe());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task CreateAsync_NewFolder_WritesTaggedCoveredPlayableFiles()
    {
        var reports = new Reports();

        var files = await _library.CreateAsync(s_two, Path.Combine(_folder, "new"), reports, TestContext.Current.CancellationToken);

        Assert.Equal(s_two, files.Select(f => f.Piece));
        foreach (var (piece, path) in files)
        {
            var info = (await new AudioProbe().ProbeAsync(path)).Value!;
            Assert.Equal((piece.Title, piece.FullArtist, piece.Album), (info.Title, info.Artist, info.Album));
            Assert.Equal((DemoPiece.Year, piece.Genre, DemoPiece.Language), (info.Year, info.Genre, info.Language));
            Assert.Equal(piece.Mood, info.Mood?.Mean);
            Assert.Equal(piece.DurationSeconds, info.DurationSeconds!.Value, 0.3);
            Assert.Equal("image/jpeg", (await new CoverReader().ReadAsync(path)).Value?.MediaType);
            var clip = (await new AudioDecoder().DecodeAsync(path)).Value!;
            Assert.True(TruePeak.Of(clip.Samples) <= Math.Pow(10, -1 / 20.0), "louder than -1 dBTP after encoding");
        }

        Assert.Equal([0, 1, 2], reports.All.Select(r => r.Done).Order());
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "new")).Except(files.Select(f => f.Path)));
    }

    [Fact]
    public async Task CreateAsync_AfterAKilledRun_KeepsTheGoodAndMendsTheRest()
    {
        var (kept, torn) = (Path.Combine(_folder, s_two[0].FileName), Path.Combine(_folder, s_two[1].FileName));
        await _library.CreateAsync(s_two, _folder, null, default);
        var (bytes, stamp) = (File.ReadAllBytes(torn), File.GetLastWriteTimeUtc(kept));
        File.WriteAllBytes(torn, []);
        File.WriteAllText(torn + ".part", "half of it");

        await _library.CreateAsync(s_two, _folder, null, default);

        Assert.Equal(stamp, File.GetLastWriteTimeUtc(kept));
        Assert.Equal(bytes, File.ReadAllBytes(torn));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task CreateAsync_Cancelled_LeavesOnlyWholeFiles()
    {
        using var cancel = new CancellationTokenSource();
        var reports = new Reports();
        reports.OnReport = progress => { if (progress.Done == 0) cancel.CancelAfter(100); };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _library.CreateAsync(DemoCatalogue.Pieces, _folder, reports, cancel.Token));

        Assert.DoesNotContain(Directory.GetFiles(_folder), f => f.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CreateAsync_HeldByAnotherProcess_SaysSo()
    {
        using var holder = DemoFolder.Open(_folder);

        var e = await Assert.ThrowsAsync<DemoLibraryException>(() => _library.CreateAsync(_folder));

        Assert.Contains("another process", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_FolderIsAFile_SaysWhatToDo()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        var e = await Assert.ThrowsAsync<DemoLibraryException>(() => _library.CreateAsync(file));

        Assert.Contains("choose another folder", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_NoFfmpeg_SaysHowToInstall()
    {
        var library = new DemoLibrary(new AudioEncoder(new() { FfmpegPath = "no-such-program" }), new AudioProbe());

        var e = await Assert.ThrowsAsync<DemoLibraryException>(() => library.CreateAsync([s_two[0]], _folder, null, default));

        Assert.Contains("apt-get install ffmpeg", e.Message, StringComparison.Ordinal);
    }

    private sealed class Reports : IProgress<DemoProgress>
    {
        private readonly List<DemoProgress> _all = [];

        public Action<DemoProgress>? OnReport { get; set; }

        public IReadOnlyList<DemoProgress> All => _all;

        public void Report(DemoProgress value)
        {
            lock (_all) _all.Add(value);
            OnReport?.Invoke(value);
        }
    }
}
