using MoodDeck.Audio.Encoding;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary><c>bench scan</c> on music that is made here.</summary>
public sealed class BenchScanTests : IDisposable
{
    private const int Rate = 22_050;
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task BenchScan_Json_TellsTheDocumentedFigures()
    {
        Music();
        var figures = (await _cli.RunAsync("bench", "scan", "music", "--json", "--threads", "2")).Document;

        Assert.Equal((3, 1, 2), (figures.GetProperty("files").GetInt32(), figures.GetProperty("failed").GetInt32(), figures.GetProperty("threads").GetInt32()));
        Assert.Equal(90 + 12 + 12, figures.GetProperty("audioSeconds").GetDouble(), 0.1);
        Assert.Equal(60 + 12 + 12, figures.GetProperty("listenedSeconds").GetDouble(), 0.1);
        var cpu = figures.GetProperty("cpuSeconds").GetDouble();
        Assert.True(cpu > 0);
        Assert.Equal(114 / cpu, figures.GetProperty("realTimePerCore").GetDouble(), 1.0);
        Assert.Equal(3 / figures.GetProperty("wallSeconds").GetDouble() * 3600, figures.GetProperty("songsPerHour").GetDouble(), 1.0);
    }

    [Fact]
    public async Task BenchScan_Text_NamesAubioEitherWay()
    {
        Music();
        var text = (await _cli.RunAsync("bench", "scan", "music")).Out;

        Assert.Contains("3 files, 114 s of music, of which 84 s were listened to", text, StringComparison.Ordinal);
        Assert.Matches("aubio, for the tempo alone of \\d whole files|Install it with: apt-get install aubio-tools", text);
    }

    [Fact]
    public async Task BenchScan_NoMusic_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(_cli.Folder.Path, "empty"));
        (await _cli.RunAsync("bench", "scan", "empty")).AssertOneLineError(1);
        (await _cli.RunAsync("bench", "scan", "nowhere")).AssertOneLineError(1);
    }

    // A stroke each half second: one piece longer than what is listened to, two that are not, and one file that is none.
    private void Music()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_cli.Folder.Path, "music", "deep")).FullName;
        foreach (var (name, seconds) in ((string, int)[])[("long.wav", 90), ("a.wav", 12), ("b.WAV", 12)])
        {
            var sound = new float[Rate * seconds];
            for (var i = 0; i < sound.Length; i++) sound[i] = (float)(0.4 * Math.Exp(-12 * ((double)i / Rate % 0.5)) * Math.Sin(Math.Tau * 330 * i / Rate));
            WavWriter.Write(Path.Combine(folder, name), sound, sound, Rate);
        }

        File.WriteAllText(Path.Combine(folder, "none.mp3"), "no music");
    }
}
