using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Probing;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Demo;

namespace MoodDeck.Cli.Bench.Scan;

/// <summary><c>bench scan</c>: how fast music is listened to, beside aubio.</summary>
internal static class BenchScanCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string[]> folders = new("DIR") { Arity = ArgumentArity.ZeroOrMore, Description = "Folders of music (default: the demo library, made for the purpose)." };
        var threads = ValueParsers.Whole("--threads", "Files read side by side, 0 for as many as there are cores", 0, 0, 256);
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "scan", "Listen to music as a scan does and tell the songs per hour, beside aubio's tempo finder where that is installed.",
            "mooddeck bench scan ~/Music", "mooddeck bench scan --json")
        {
            folders, threads, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var side = parsed.GetValue(threads) is var several and > 0 ? several : Environment.ProcessorCount;
            using var services = new ServiceCollection().AddMoodDeckDemo().BuildServiceProvider();
            using var made = new TemporaryMusic();
            string[] music = parsed.GetValue(folders) is { Length: > 0 } given ? given : [await made.CreateAsync(services.GetRequiredService<DemoLibrary>(), cancel)];
            ScanBenchmark benchmark = new(services.GetRequiredService<AudioProbe>(), services.GetRequiredService<TrackListener>());
            var files = ScanBenchmark.FilesIn(music);
            var speed = await LongWork.RunAsync("listening", progress => benchmark.RunAsync(files, side, progress, cancel));
            if (parsed.GetValue(json)) JsonOutput.Write(speed);
            else Print(speed);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(ScanSpeed speed)
    {
        Say($"{speed.Files} files, {speed.AudioSeconds:0} s of music, of which {speed.ListenedSeconds:0} s were listened to, {speed.Threads} at a time; {speed.Failed} could not be read");
        Say($"{speed.SongsPerHour:0} songs an hour, {speed.CpuSeconds / speed.Files:0.00} s of processor time each, ffmpeg and ffprobe included");
        Say($"{speed.RealTimePerCore:0} times real time on a core by the songs' length, {speed.ListenedPerCore:0} by what was listened to");
        if (speed.Aubio is not { } aubio)
        {
            Say($"aubio is not installed, so its tempo finder is not beside this. Install it with: {AubioTempo.Install}");
            return;
        }

        Say($"aubio, for the tempo alone of {aubio.Files} whole files: {aubio.RealTimePerCore:0} times real time on a core");
        Say($"Its tempo and MoodDeck's agree within 4 % in {aubio.SameTempo:0%} of {aubio.Compared} files, in {aubio.SameUpToOctave:0%} up to half and double");
    }

    private static void Say(FormattableString text) => Console.Out.WriteLine(FormattableString.Invariant(text));
}
