using System.Globalization;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Tests;

public sealed class ChildProcessTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ProbeAsync_ToolHangs_TimesOutAndIsKilled()
    {
        var (tool, pidFile) = HangingTool();
        var probe = new AudioProbe(new() { FfprobePath = tool, ProbeTimeout = TimeSpan.FromSeconds(1) });

        var failure = (await probe.ProbeAsync(_folder.WriteWav("a.wav", Sounds.Sine(440, 0.1)))).Failure;

        Assert.Equal(AudioProblem.TimedOut, failure?.Problem);
        Assert.False(IsRunning(pidFile));
    }

    [Fact]
    public async Task ProbeAsync_Cancelled_ThrowsAndLeavesNoProcess()
    {
        var (tool, pidFile) = HangingTool();
        var probe = new AudioProbe(new() { FfprobePath = tool });
        using var cancel = new CancellationTokenSource();

        var probing = probe.ProbeAsync(_folder.WriteWav("a.wav", Sounds.Sine(440, 0.1)), cancel.Token);
        while (!File.Exists(pidFile) || new FileInfo(pidFile).Length == 0) await Task.Delay(20);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probing);
        Assert.False(IsRunning(pidFile));
    }

    private (string Tool, string PidFile) HangingTool()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program that hangs is a shell script.");
        if (OperatingSystem.IsWindows()) return default;
        var (tool, pidFile) = (_folder.PathOf("hang"), _folder.PathOf("pid"));
        File.WriteAllText(tool, $"#!/bin/sh\necho $$ > '{pidFile}'\nexec sleep 600\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return (tool, pidFile);
    }

    private static bool IsRunning(string pidFile) =>
        File.Exists(pidFile) && Directory.Exists("/proc/" + int.Parse(File.ReadAllText(pidFile), CultureInfo.InvariantCulture));
}
