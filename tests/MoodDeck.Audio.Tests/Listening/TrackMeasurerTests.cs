using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Tests.Listening;

public sealed partial class TrackMeasurerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TrackMeasurer _measurer = new(new AudioDecoder());

    public void Dispose() => _folder.Dispose();

    // Beside ffmpeg's own meter: steady and rising, soft and clipped, in one channel and two, at several rates.
    [Theory]
    [InlineData("a.flac", "aevalsrc=exprs=0.4*sin(220*2*PI*t)*mod(t\\,2)|0.3*sin(331*2*PI*t):sample_rate=44100:duration=30")]
    [InlineData("noise.wav", "anoisesrc=color=pink:amplitude=0.6:seed=5:duration=25:sample_rate=48000,pan=stereo|c0=c0|c1=0.3*c0,volume='0.05+t/25':eval=frame")]
    [InlineData("mono.flac", "anoisesrc=color=brown:amplitude=0.9:seed=9:duration=20:sample_rate=22050,tremolo=f=0.3:d=0.9")]
    [InlineData("clipped.flac", "aevalsrc=exprs=clip(2*sin(997*2*PI*t)\\,-1\\,1)|clip(3*sin(80*t*t)\\,-1\\,1):sample_rate=44100:duration=12")]
    [InlineData("a.mp3", "anoisesrc=color=pink:amplitude=0.5:seed=2:duration=40:sample_rate=44100,pan=stereo|c0=c0|c1=c0,volume='if(lt(mod(t,9),5),0.1,1)':eval=frame")]
    [InlineData("a.opus", "aevalsrc=exprs=0.5*sin(440*2*PI*t)*exp(-3*mod(t\\,0.7))|0.5*sin(660*2*PI*t)*exp(-2*mod(t\\,1.1)):sample_rate=48000:duration=15")]
    public async Task MeasureAsync_AnyPiece_AgreesWithFfmpegsMeter(string name, string sound)
    {
        Sounds.Ffmpeg("-f", "lavfi", "-i", sound, _folder.PathOf(name));

        var measure = await MeasureAsync(name);

        var (lufs, range, peak) = Ebur128(_folder.PathOf(name));
        Assert.Equal(lufs, measure.IntegratedLufs!.Value, 0.2);
        // The low percentile of ffmpeg's summary lies a little below that of the short-term values it logs, which are ours; Tech 3342 asks for 1 LU.
        Assert.Equal(range, measure.LoudnessRangeLu!.Value, 0.3);
        Assert.Equal(peak, measure.TruePeakDb, 0.3);
    }

    [Fact]
    public async Task MeasureAsync_SoftThenLoud_DrawsBothAndItsLength()
    {
        float[] sound = [.. Sounds.Sine(997, 20, 0.01), .. Sounds.Sine(997, 20.5, 0.1)];

        _folder.WriteWav("a.wav", sound);
        var measure = await MeasureAsync("a.wav");

        Assert.Equal(40.5, measure.DurationSeconds, 1e-3);
        Assert.Equal((0.5, 81), (measure.CurveStepSeconds, measure.CurveLufs.Count));
        Assert.All(measure.CurveLufs.Take(39), lufs => Assert.Equal(-40, lufs, 0.2));
        Assert.All(measure.CurveLufs.Skip(41), lufs => Assert.Equal(-20, lufs, 0.2));
    }

    [Fact]
    public async Task MeasureAsync_LongFile_HasAtMostSixHundredPoints()
    {
        Sounds.Ffmpeg("-f", "lavfi", "-i", "sine=frequency=440:duration=1500:sample_rate=22050", _folder.PathOf("a.flac"));

        var measure = await MeasureAsync("a.flac");

        Assert.Equal(1500, measure.DurationSeconds, 1e-3);
        Assert.Equal((2.5, 600), (measure.CurveStepSeconds, measure.CurveLufs.Count));
    }

    [Fact]
    public async Task MeasureAsync_Silence_HasALengthOnly()
    {
        _folder.WriteWav("a.wav", new float[5 * Sounds.Rate]);
        var measure = await MeasureAsync("a.wav");

        Assert.Equal((null, null, -120.0), (measure.IntegratedLufs, measure.LoudnessRangeLu, measure.TruePeakDb));
        Assert.Equal(5, measure.DurationSeconds, 1e-3);
        Assert.All(measure.CurveLufs, lufs => Assert.Equal(-70, lufs));
    }

    [Fact]
    public async Task MeasureAsync_TornFile_IsAsLongAsWhatIsThere()
    {
        Sounds.Ffmpeg("-f", "lavfi", "-i", "anoisesrc=color=pink:amplitude=0.5:seed=2:duration=40", _folder.PathOf("a.flac"));
        var cut = _folder.Cut(_folder.PathOf("a.flac"), 0.5);

        var info = (await new AudioProbe().ProbeAsync(cut)).Value!;
        var measure = (await _measurer.MeasureAsync(cut, info)).Value!;

        Assert.Equal(40, info.DurationSeconds!.Value, 0.1);
        Assert.InRange(measure.DurationSeconds, 15, 25);
    }

    [Fact]
    public async Task MeasureAsync_NothingToPlay_SaysWhy()
    {
        AudioInfo any = new() { Codec = "mp3", SampleRateHertz = 44_100, Channels = 2 };
        Assert.Equal(AudioProblem.NotAudio, (await _measurer.MeasureAsync(_folder.Write("a.mp3", "It was a dark and stormy night."u8), any)).Failure?.Problem);
        Assert.Equal(AudioProblem.Missing, (await _measurer.MeasureAsync(_folder.PathOf("no.mp3"), any)).Failure?.Problem);
        Assert.Equal(AudioProblem.ToolMissing, (await new TrackMeasurer(new AudioDecoder(new() { FfmpegPath = "no-such-program" }))
            .MeasureAsync(_folder.MakeFile("b.mp3"), any)).Failure?.Problem);
    }

    private async Task<TrackMeasure> MeasureAsync(string name)
    {
        var path = _folder.PathOf(name);
        return (await _measurer.MeasureAsync(path, (await new AudioProbe().ProbeAsync(path)).Value!)).Value!;
    }

    private static (double Lufs, double Range, double Peak) Ebur128(string path)
    {
        var info = new ProcessStartInfo("ffmpeg", ["-nostdin", "-hide_banner", "-i", path, "-af", "ebur128=peak=true:dualmono=true", "-f", "null", "-"]) { RedirectStandardError = true };
        using var process = Process.Start(info)!;
        var told = process.StandardError.ReadToEnd();
        told = told[told.LastIndexOf("Summary:", StringComparison.Ordinal)..];
        double Number(Regex what) => double.Parse(what.Match(told).Groups[1].Value, CultureInfo.InvariantCulture);
        return (Number(Integrated()), Number(Range()), Number(Peak()));
    }

    [GeneratedRegex(@"I:\s+(\S+) LUFS")]
    private static partial Regex Integrated();

    [GeneratedRegex(@"LRA:\s+(\S+) LU")]
    private static partial Regex Range();

    [GeneratedRegex(@"Peak:\s+(\S+) dBFS")]
    private static partial Regex Peak();
}
