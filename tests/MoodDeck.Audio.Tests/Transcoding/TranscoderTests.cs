using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Transcoding;

namespace MoodDeck.Audio.Tests.Transcoding;

public sealed class TranscoderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Transcoder _transcoder = new();

    public void Dispose()
    {
        _transcoder.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("a.aiff", 44_100, 2)]
    [InlineData("a.m4a", 44_100, 2, "-c:a", "alac")]
    [InlineData("a.wma", 44_100, 2)]
    [InlineData("a.wv", 44_100, 2)]
    [InlineData("deep.wav", 44_100, 2, "-c:a", "pcm_s32le")]
    [InlineData("mono.aiff", 44_100, 1, "-ac", "1")]
    [InlineData("studio.aiff", 48_000, 2, "-ar", "96000", "-c:a", "pcm_s24be")]
    [InlineData("low.aiff", 44_100, 2, "-ar", "22050")]
    [InlineData("cinema.m4a", 48_000, 2, "-c:a", "alac", "-ac", "6", "-ar", "48000")]
    [InlineData("a.mka", 48_000, 2, "-c:a", "ac3", "-ar", "48000")]
    public async Task OpenAsync_AnyPosition_HasTheBytesOfTheWhole(string name, int rate, int channels, params string[] options)
    {
        var plan = await PlanAsync(Noise(name, options));
        var whole = await ReadAsync(plan, 0, plan.Length);
        Random random = new(7);

        Assert.Equal((rate, channels), (plan.SampleRateHertz, plan.Channels));
        Assert.Equal(8.0, (plan.Length - 44.0) / (rate * channels * 2), 0.1);
        Assert.Equal(plan.Length, whole.Length);
        Assert.True(Loudest(whole) > 3000, "It is silent.");
        foreach (var position in (long[])[1, 43, 44, 45, plan.Length - 1, .. Enumerable.Range(0, 6).Select(_ => random.NextInt64(plan.Length))])
        {
            var length = (int)Math.Min(20_000, plan.Length - position);
            Assert.Equal(whole[(int)position..][..length], await ReadAsync(plan, position, length));
        }
    }

    [Fact]
    public async Task OpenAsync_Lossless_IsAWavFileOfTheSameSamples()
    {
        var path = Noise("a.aiff");
        var made = _folder.Write("made.wav", await ReadAsync(await PlanAsync(path), 0, long.MaxValue));
        Sounds.Ffmpeg("-i", path, "-f", "s16le", _folder.PathOf("straight"));

        var info = (await new AudioProbe().ProbeAsync(made)).Value!;

        Assert.Equal(("wav", "pcm_s16le", 2), (info.Container, info.Codec, info.Channels));
        Assert.Equal(File.ReadAllBytes(_folder.PathOf("straight")), File.ReadAllBytes(made)[44..]);
    }

    [Fact]
    public async Task ReadAsync_FileHoldsLessThanItStates_EndsInSilence()
    {
        var path = _folder.Cut(Noise("a.aiff"), 0.8);
        var file = new FileInfo(path);
        var stated = TranscodePlan.Of(file, (await new AudioProbe().ProbeAsync(path)).Value! with { DurationSeconds = 8 })!;

        var whole = await ReadAsync(stated, 0, stated.Length);

        Assert.Equal(stated.Length, whole.Length);
        Assert.True(Loudest(whole.AsSpan(0, whole.Length / 2)) > 3000, "It is silent.");
        Assert.Equal(0, Loudest(whole.AsSpan(whole.Length - 100_000)));
    }

    [Fact]
    public async Task ReadAsync_NobodyReadsForAWhile_ChildGoesAndComesBackAtTheSameByte()
    {
        using Transcoder transcoder = new(options: new() { MaxAtOnce = 1, Patience = TimeSpan.FromMinutes(1), IdleTime = TimeSpan.FromMilliseconds(50) });
        var plan = await PlanAsync(Noise("a.aiff"));
        var whole = await ReadAsync(plan, 0, plan.Length);
        await using var slow = (TranscodedStream)(await transcoder.OpenAsync(plan))!;
        var first = new byte[100_000];
        await slow.ReadExactlyAsync(first);
        while (slow.ChildId is not null) await Task.Delay(10);

        // The only seat is free for somebody else while it rests.
        await using (var other = await transcoder.OpenAsync(plan)) await other!.ReadExactlyAsync(new byte[1000]);
        var second = new byte[100_000];
        await slow.ReadExactlyAsync(second);

        Assert.Equal(whole[..200_000], (byte[])[.. first, .. second]);
    }

    [Fact]
    public async Task OpenAsync_AllSeatsTaken_IsTurnedAwayUntilOneIsFree()
    {
        using Transcoder transcoder = new(options: new() { MaxAtOnce = 2, Patience = TimeSpan.FromMilliseconds(10), IdleTime = TimeSpan.FromMinutes(1) });
        var plan = await PlanAsync(Noise("a.aiff"));
        var first = await transcoder.OpenAsync(plan);
        await using var second = await transcoder.OpenAsync(plan);

        Assert.Null(await transcoder.OpenAsync(plan));
        await first!.DisposeAsync();
        await using var third = await transcoder.OpenAsync(plan);
        Assert.NotNull(third);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dispose_WhileNobodyReads_LeavesNoProcess(bool wholeTranscoder)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        Transcoder transcoder = new();
        var stream = (TranscodedStream)(await transcoder.OpenAsync(await PlanAsync(Noise("a.aiff"))))!;
        await stream.ReadExactlyAsync(new byte[1000]);
        var process = $"/proc/{stream.ChildId}";
        Assert.True(Directory.Exists(process));

        if (wholeTranscoder) transcoder.Dispose();
        else await stream.DisposeAsync();

        while (Directory.Exists(process)) await Task.Delay(10);
        await stream.DisposeAsync();
        transcoder.Dispose();
    }

    [Fact]
    public async Task ReadAsync_FileWasChanged_FailsRatherThanStitch()
    {
        var path = Noise("a.aiff");
        var plan = await PlanAsync(path);
        File.AppendAllText(path, "more");
        await using var stream = (await _transcoder.OpenAsync(plan))!;
        stream.Position = 1000;

        await Assert.ThrowsAsync<IOException>(async () => await stream.ReadExactlyAsync(new byte[10]));
    }

    [Fact]
    public async Task Of_LongerThanOneWavHolds_KeepsEveryMinuteInOneChannel()
    {
        var path = Noise("a.aiff");
        var info = (await new AudioProbe().ProbeAsync(path)).Value!;

        var plan = TranscodePlan.Of(new(path), info with { DurationSeconds = 8 * 3600 })!;

        Assert.Equal((1, 44 + (8L * 3600 * 44_100 * 2)), (plan.Channels, plan.Length));
        Assert.Null(TranscodePlan.Of(new(path), info with { DurationSeconds = null }));
    }

    private string Noise(string name, params string[] options)
    {
        var path = _folder.PathOf(name);
        Sounds.Ffmpeg(["-f", "lavfi", "-i", "anoisesrc=duration=8:color=pink:amplitude=0.5:seed=3", "-f", "lavfi", "-i", "sine=frequency=330:duration=8",
            "-filter_complex", "amerge,aresample=44100", .. options.Contains("-ac") ? (string[])[] : ["-ac", "2"], .. options, path]);
        return path;
    }

    private static async Task<TranscodePlan> PlanAsync(string path) => TranscodePlan.Of(new(path), (await new AudioProbe().ProbeAsync(path)).Value!)!;

    private async Task<byte[]> ReadAsync(TranscodePlan plan, long position, long length)
    {
        await using var stream = (await _transcoder.OpenAsync(plan))!;
        stream.Position = position;
        var bytes = new byte[Math.Min(length, plan.Length - position)];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    private static int Loudest(ReadOnlySpan<byte> wav)
    {
        var loudest = 0;
        foreach (var sample in System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(wav[44..][..((wav.Length - 44) & ~1)])) loudest = Math.Max(loudest, Math.Abs((int)sample));
        return loudest;
    }
}
