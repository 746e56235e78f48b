using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Loudness;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Tests.Loudness;

public sealed class LoudnessReadingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // A mono file is played by both speakers, and a wide one mixed down; either way the tone has one level.
    [Theory]
    [InlineData("mono.flac", 44_100, "mono", true)]
    [InlineData("stereo.wav", 44_100, "stereo", false)]
    [InlineData("fine.flac", 96_000, "stereo", false)]
    [InlineData("small.opus", 48_000, "stereo", false)]
    public async Task Of_ToneInAFile_IsItsLevel(string name, int rate, string layout, bool isMono)
    {
        var tone = $"aevalsrc=exprs={string.Join('|', Enumerable.Repeat("0.1*sin(997*2*PI*t)", isMono ? 1 : 2))}:channel_layout={layout}:sample_rate={rate}:duration=12";
        Sounds.Ffmpeg("-f", "lavfi", "-i", tone, _folder.PathOf(name));

        var clip = await DecodeAsync(name);

        Assert.Equal((isMono, Math.Min(rate, 48_000)), (clip.IsMono, clip.SampleRateHertz));
        var reading = LoudnessReading.Of(clip)!.Value;
        Assert.Equal(-20, reading.IntegratedLufs, 0.2);
        Assert.Equal(-20, reading.TruePeakDb, 0.3);
    }

    [Fact]
    public async Task DecodeStereoAsync_SixChannels_AreMixedDownToTwo()
    {
        Sounds.Ffmpeg("-f", "lavfi", "-i", "aevalsrc=exprs=0.5*sin(997*2*PI*t)|0|0|0|0|0:channel_layout=5.1:duration=3", _folder.PathOf("wide.flac"));

        var clip = await DecodeAsync("wide.flac");

        Assert.Equal((3.0, 3.0), (clip.DurationSeconds, (double)clip.Right.Length / clip.SampleRateHertz));
        Assert.True(clip.Left.Max() > 0.1);
        Assert.True(clip.Right.Max() < 0.01);
    }

    [Fact]
    public void Of_Silence_IsNothing() => Assert.Null(LoudnessReading.Of(new(new float[48_000], new float[48_000], 48_000)));

    private async Task<StereoClip> DecodeAsync(string name)
    {
        var path = _folder.PathOf(name);
        var info = (await new AudioProbe().ProbeAsync(path)).Value!;
        return (await new AudioDecoder().DecodeStereoAsync(path, info, AudioSpan.Middle(info.DurationSeconds, 90))).Value!;
    }
}
