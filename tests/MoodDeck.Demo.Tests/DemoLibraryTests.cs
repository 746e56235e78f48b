using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Encoding;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Demo.Tests;

/// <summary>Makes a few pieces for real, as a run that is stopped half-way leaves them.</summary>
public sealed class DemoLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mooddeck-demo-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task CreateAsync_TwoRuns_GiveTheSameBytes()
    {
        var first = await MakeSomeAsync("a", 2);
        var second = await MakeSomeAsync("b", 2);
        var common = first.Select(f => Path.GetFileName(f)).Intersect(second.Select(f => Path.GetFileName(f))).ToList();
        Assert.NotEmpty(common);
        foreach (var name in common)
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "a", name)), File.ReadAllBytes(Path.Combine(_folder, "b", name)));
    }

    [Fact]
    public async Task CreateAsync_APiece_IsTaggedCoveredAndSoundsAsItShould()
    {
        var path = (await MakeSomeAsync("a", 1))[0];
        var piece = DemoCatalogue.Pieces.Single(p => p.FileName == Path.GetFileName(path));

        var info = (await new AudioProbe().ProbeAsync(path)).Value!;
        Assert.Equal((piece.Title, piece.FullArtist, piece.Album, "zxx"), (info.Title, info.Artist, info.Album, info.Language));
        Assert.Equal(piece.Mood.Valence, info.Mood!.Value.Mean.Valence, 3);
        Assert.Equal(piece.DurationSeconds, info.DurationSeconds!.Value, 1.0);
        Assert.Equal(2, info.Channels);
        var cover = (await new CoverReader().ReadAsync(path)).Value!;
        Assert.True(cover.Bytes.Length > 10_000, $"a cover of {cover.Bytes.Length} bytes");

        var sound = (await new AudioDecoder().DecodeAsync(path)).Value!.Samples;
        Assert.All(sound.Chunk(sound.Length / 200), part => Assert.All(part, s => Assert.True(float.IsFinite(s))));
        Assert.True(sound.Max(Math.Abs) < 1, "it clips");
        Assert.InRange(Decibels(sound), -30, -10);
        Assert.True(Math.Abs(sound.Average()) < 1e-3, "it has a constant part");
        Assert.True(Decibels(sound.AsSpan(^2205..).ToArray()) < -50, "it breaks off");
    }

    [Fact]
    public async Task CreateAsync_TakenUpAgain_KeepsWhatIsThere()
    {
        var kept = (await MakeSomeAsync("a", 2))[0];
        var written = File.GetLastWriteTimeUtc(kept);
        await MakeSomeAsync("a", 3);
        Assert.Equal(written, File.GetLastWriteTimeUtc(kept));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "a"), "*.part"));
    }

    private static double Decibels(float[] samples) => 10 * Math.Log10(samples.Average(s => (double)s * s) + 1e-12);

    // Cancels once that many pieces are there and returns those that are whole.
    private async Task<List<string>> MakeSomeAsync(string name, int pieces)
    {
        using var stop = new CancellationTokenSource();
        var folder = Path.Combine(_folder, name);
        var library = new DemoLibrary(new AudioEncoder(), new AudioProbe());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => library.CreateAsync(folder, new StopAfter(pieces, stop), stop.Token));
        return [.. Directory.EnumerateFiles(folder, "*.mp3").Order(StringComparer.Ordinal)];
    }

    private sealed class StopAfter(int pieces, CancellationTokenSource stop) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value)
        {
            if (value.Done >= pieces) stop.Cancel();
        }
    }
}
