using System.Diagnostics;
using Dapper;
using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Tagging;
using MoodDeck.Core.Music;
using MoodDeck.Library.Export;

namespace MoodDeck.Library.Tests.Export;

public sealed class MoodTagExporterTests : IDisposable
{
    private readonly TestLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task ExportAsync_ListenedTracks_HoldTheirMoodAndAreNoStatementAtTheNextScan()
    {
        Directory.CreateDirectory(_library.At("music"));
        var (free, wave) = (await MakeAsync("a.flac"), await MakeAsync("b.wav"));
        await _library.Scanner.ScanAsync(_library.At("music"));
        var exporter = _library.Get<IMoodTagExporter>();
        var heardAtFirst = (await _library.TracksAsync(TrackSource.Library)).Single(t => t.Path == free).Mood;
        // No model has to be sure about a bare tone.
        await _library.Database.WriteAsync((connection, transaction) => connection.Execute("UPDATE tracks SET valence = 0.3, valence_sigma = 0.3, arousal_sigma = 0.3 WHERE source = 'library'", transaction: transaction), default);
        Assert.Equal(2, await exporter.CountAsync(TrackSource.Library));

        var trial = await exporter.ExportAsync(trial: true);
        Assert.Null((await new AudioProbe().ProbeAsync(free)).Value!.Heard);
        var report = await exporter.ExportAsync();

        Assert.Equal((1, 0), (report.Written, report.Unchanged));
        Assert.Equal((trial.Written, trial.LeftAlone.Count), (report.Written, report.LeftAlone.Count));
        var left = Assert.Single(report.LeftAlone);
        Assert.Equal((wave, MoodTagOutcome.Unsupported), (left.Path, left.Outcome));
        Assert.Equal((0, 1), ((await exporter.ExportAsync()).Written, (await exporter.ExportAsync()).Unchanged));
        var heard = (await new AudioProbe().ProbeAsync(free)).Value!.Heard!;
        Assert.Equal(0.3, heard.Mood.Valence);

        await _library.Scanner.ScanAsync(_library.At("music"));
        var again = (await _library.TracksAsync(TrackSource.Library)).Single(t => t.Path == free).Mood;
        Assert.Equal(heardAtFirst, again);
        Assert.NotEqual(MoodTags.StatedSigma, again.Sigma.Valence);
    }

    private async Task<string> MakeAsync(string name)
    {
        var path = _library.At("music", name);
        string[] sound = ["-f", "lavfi", "-i", $"sine=frequency={(name[0] == 'a' ? 330 : 440)}:duration=12", "-af", "tremolo=f=2:d=0.9"];
        using var ffmpeg = Process.Start("ffmpeg", ["-nostdin", "-v", "error", .. sound, path]);
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
        return path;
    }
}
