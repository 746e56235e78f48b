using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Tests.Loudness;

public sealed class WholeFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // A mono file is played by both speakers, and a wide one mixed down; either way the tone has one level.
    [Theory]
    [InlineData("mono.flac", 44_100, "mono")]
    [InlineData("stereo.wav", 44_100, "stereo")]
    [InlineData("fine.flac", 96_000, "stereo")]
    [InlineData("small.opus", 48_000, "stereo")]
    public async Task MeasureAsync_ToneInAFile_IsItsLevel(string name, int rate, string layout)
    {
        var tone = $"aevalsrc=exprs={string.Join('|', Enumerable.Repeat("0.1*sin(997*2*PI*t)", layout == "mono" ? 1 : 2))}:channel_layout={layout}:sample_rate={rate}:duration=12";
        Sounds.Ffmpeg("-f", "lavfi", "-i", tone, _folder.PathOf(name));

        var measure = (await new TrackMeasurer(new AudioDecoder()).MeasureAsync(_folder.PathOf(name), await InfoAsync(name))).Value!;
        Assert.Equal(-20, measure.IntegratedLufs!.Value, 0.2);
        Assert.Equal(-20, measure.TruePeakDb, 0.3);
        Assert.Equal(12, measure.DurationSeconds, 0.01);
    }

    [Fact]
    public async Task StreamStereoAsync_SixChannels_AreMixedDownToTwo()
    {
        Sounds.Ffmpeg("-f", "lavfi", "-i", "aevalsrc=exprs=0.5*sin(997*2*PI*t)|0|0|0|0|0:channel_layout=5.1:duration=3", _folder.PathOf("wide.flac"));

        var (samples, mostLeft, mostRight) = (0, 0f, 0f);
        var failure = await new AudioDecoder().StreamStereoAsync(_folder.PathOf("wide.flac"), await InfoAsync("wide.flac"), (left, right) =>
        {
            samples += left.Length;
            foreach (var sample in left) mostLeft = Math.Max(mostLeft, sample);
            foreach (var sample in right) mostRight = Math.Max(mostRight, sample);
        });

        Assert.Null(failure);
        Assert.Equal(3 * 44_100, samples);
        Assert.True(mostLeft > 0.1 && mostRight < 0.01, $"{mostLeft} and {mostRight}");
    }

    // A damaged file of floats may hold any number at all.
    [Fact]
    public async Task MeasureAsync_NumbersBeyondMeasure_GivesNumbers()
    {
        var path = _folder.PathOf("odd.wav");
        Sounds.Ffmpeg("-f", "lavfi", "-i", "aevalsrc=exprs=0.1*sin(997*2*PI*t):duration=3", "-c:a", "pcm_f32le", path);
        var bytes = await File.ReadAllBytesAsync(path);
        float[] odd = [1e30f, -1e30f, float.MaxValue, float.NaN, float.PositiveInfinity];
        for (var i = 0; i < odd.Length; i++) BitConverter.GetBytes(odd[i]).CopyTo(bytes, bytes.Length - 40_000 + (4 * i));
        await File.WriteAllBytesAsync(path, bytes);

        var measure = (await new TrackMeasurer(new AudioDecoder()).MeasureAsync(path, await InfoAsync("odd.wav"))).Value!;
        Assert.True(double.IsFinite(measure.IntegratedLufs!.Value) && double.IsFinite(measure.TruePeakDb) && measure.CurveLufs.All(float.IsFinite));
        using var model = TrackMoodModel.OpenOwn() as IDisposable;
        var hearing = (await new TrackListener(new AudioDecoder(), (ITrackMoodModel)model!).ListenAsync(path, await InfoAsync("odd.wav"))).Value!;
        Assert.True(double.IsFinite(hearing.Features.Flux) && double.IsFinite(hearing.Features.LoudnessDb) && double.IsFinite(hearing.Mood.Mean.Valence));
    }

    private async Task<AudioInfo> InfoAsync(string name) => (await new AudioProbe().ProbeAsync(_folder.PathOf(name))).Value!;
}
