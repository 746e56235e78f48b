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

    [Theory]
    [InlineData(300.0, 90, 105, 90)]
    [InlineData(60.0, 90, 0, 90)]
    [InlineData(null, 90, 0, 90)]
    public void Middle_OfAFile_LeavesBothEndsOut(double? duration, double length, double start, double expected) =>
        Assert.Equal(new AudioSpan(start, expected), AudioSpan.Middle(duration, length));
}
