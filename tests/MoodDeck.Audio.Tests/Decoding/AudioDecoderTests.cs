using MoodDeck.Audio.Decoding;

namespace MoodDeck.Audio.Tests.Decoding;

public sealed class AudioDecoderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly AudioDecoder _decoder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task DecodeAsync_StereoWav_GivesMonoAtTheListeningRate()
    {
        var clip = (await _decoder.DecodeAsync(_folder.WriteWav("a.wav", Sounds.Sine(1000, 2, 0.5)))).Value;

        Assert.NotNull(clip);
        Assert.Equal(AudioDecoder.SampleRateHertz, clip.SampleRateHertz);
        Assert.Equal(2, clip.DurationSeconds, 0.01);
        Assert.Equal(0.5 / Math.Sqrt(2), Math.Sqrt(clip.Samples.Average(x => x * x)), 0.01);
    }

    [Fact]
    public async Task DecodeAsync_Span_GivesThatStretchOnly()
    {
        float[] halves = [.. new float[Sounds.Rate * 2], .. Sounds.Sine(1000, 2)];
        var path = _folder.WriteWav("a.wav", halves);

        var clip = (await _decoder.DecodeAsync(path, new AudioSpan(1.5, 1))).Value;

        Assert.NotNull(clip);
        Assert.Equal(1, clip.DurationSeconds, 0.01);
        var middle = clip.Samples.Length / 2;
        Assert.True(clip.Samples[..(middle - 200)].Max() < 0.01);
        Assert.True(clip.Samples[(middle + 200)..].Max() > 0.4);
    }

    [Fact]
    public async Task DecodeAsync_LongerThanTheLimit_StopsThere()
    {
        var decoder = new AudioDecoder(new() { MaxDecodeSeconds = 0.5 });

        var clip = (await decoder.DecodeAsync(_folder.WriteWav("a.wav", Sounds.Sine(440, 3)))).Value;

        Assert.Equal(0.5, clip!.DurationSeconds, 0.01);
    }

    [Theory]
    [InlineData("a.wav")]
    [InlineData("a.flac")]
    [InlineData("a.mp3")]
    [InlineData("a.ogg")]
    public async Task DecodeAsync_HalfWritten_GivesWhatIsThere(string name)
    {
        var clip = (await _decoder.DecodeAsync(_folder.Cut(_folder.MakeFile(name), 0.5))).Value;

        Assert.NotNull(clip);
        Assert.InRange(clip.DurationSeconds, 1, 5);
    }

    [Fact]
    public async Task DecodeAsync_Text_IsNotAudio() =>
        Assert.Equal(AudioProblem.NotAudio, (await _decoder.DecodeAsync(_folder.Write("a.wav", "no sound here"u8))).Failure?.Problem);

    [Fact]
    public void Spread_LongFile_LeavesEqualGaps() =>
        Assert.Equal([new(30, 20), new(80, 20), new(130, 20)], AudioSpan.Spread(180, 3, 20));

    [Theory]
    [InlineData(60.0)]
    [InlineData(12.0)]
    [InlineData(null)]
    public void Spread_NoLongerThanThey_IsTheWhole(double? duration) => Assert.Equal([new(0, 60)], AudioSpan.Spread(duration, 3, 20));

    [Fact]
    public async Task DecodeExcerptAsync_StereoAndMono_AgreeWithWhatIsDecodedToMono()
    {
        Sounds.Ffmpeg("-f", "lavfi", "-i", "aevalsrc=exprs=0.4*sin(300*2*PI*t)|0.3*sin(700*2*PI*t):sample_rate=44100:duration=4", _folder.PathOf("a.wav"));
        var info = (await new MoodDeck.Audio.Probing.AudioProbe().ProbeAsync(_folder.PathOf("a.wav"))).Value!;

        var excerpt = (await _decoder.DecodeExcerptAsync(_folder.PathOf("a.wav"), info, [new(1, 2)])).Value!;
        var mono = (await _decoder.DecodeAsync(_folder.PathOf("a.wav"), new AudioSpan(1, 2))).Value!;

        Assert.Equal(mono.Samples.Length, excerpt.Sound.Left.Length);
        Assert.All(mono.Samples.Zip(excerpt.Sound.ToMono().Samples), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }
}
