using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.Analyze.Charts;
using MoodDeck.Cli.Analyze.Videos;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Cli.Personal;
using MoodDeck.Server.Contracts;
using MoodDeck.Vision;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Cli.Analyze;

/// <summary><c>analyze</c>: faces and mood in photos, and mood over time in videos.</summary>
internal static class AnalyzeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = new("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Photos (JPEG, PNG or WebP) and videos (whatever ffmpeg decodes)." };
        Option<string?> annotate = new("--annotate")
        {
            HelpName = "OUT.png",
            Description = "Write the photo with its faces framed and named; a folder for several photos.",
        };
        Option<string?> csv = new("--csv") { HelpName = "FILE", Description = "Write the mood of the videos over time, a row for each frame read." };
        Option<string?> chart = new("--chart") { HelpName = "FILE.png|svg", Description = "Draw the mood of one video over time." };
        var fps = ValueParsers.Number("--fps", "Frames of a second of video that are read at most", 10);
        Option<string?> listener = new("--listener") { HelpName = "ID", Description = "Read the largest face as this listener's, with what mooddeck neutral and correct taught (default: as nobody's)." };
        var data = CommonOptions.Data("Data folder whose kept emotion model reads (default: MOODDECK_DATA, else the user's data folder).");
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "analyze", "Find the faces in photos and read their mood; read the mood of videos over time. A picture without a face is no error.",
            "mooddeck analyze photo.jpg", "mooddeck analyze *.jpg --json", "mooddeck analyze photo.jpg --annotate framed.png",
            "mooddeck analyze clip.mp4 --chart mood.png --csv mood.csv")
        {
            paths, annotate, csv, chart, fps, ModelOptions.Model, ModelOptions.Detector, listener, data, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var files = parsed.GetRequiredValue(paths);
            var videos = files.Where(VideoProbe.IsAsked).ToHashSet(StringComparer.Ordinal);
            var photos = files.Where(f => !videos.Contains(f)).ToList();
            if (parsed.GetValue(chart) is { } asked) RefuseChart(asked, videos.Count);
            if (parsed.GetValue(csv) is not null && videos.Count == 0) throw CliException.Usage("--csv writes videos over time; none is named. --json tells what photos show");
            if (parsed.GetValue(fps) is not (>= 0.1 and <= 60) and var rate) throw CliException.Usage(FormattableString.Invariant($"--fps is {rate}; it must be from 0.1 to 60"));
            using var services = new ServiceCollection().AddMoodDeckVision(ModelOptions.Of(parsed, parsed.GetValue(data))).BuildServiceProvider();
            var annotations = parsed.GetValue(annotate) is { } target ? Annotations.To(target, photos.Count) : null;
            var face = parsed.GetValue(listener) is { } id ? await ListenerFaceReader.ReadAsync(parsed.GetValue(data), id, cancel) : PersonalFace.None;
            var images = ActivatorUtilities.CreateInstance<PhotoReader>(services, face).Read(photos, annotations);
            VideoReader reader = new(services.GetRequiredService<VisionModels>(), parsed.GetValue(fps), face);
            List<VideoAnswer> films = [];
            foreach (var video in files.Where(videos.Contains)) films.Add(await reader.ReadAsync(video, cancel));
            if (parsed.GetValue(csv) is { } table) await VideoCsv.WriteAsync(table, films);
            if (parsed.GetValue(chart) is { } picture) await DrawAsync(picture, films);
            if (parsed.GetValue(json)) JsonOutput.Write(new AnalyzeOutput(images.Images, films.Count > 0 ? films : null));
            else Write(images, films);
            return Report([.. images.Images.Select(i => (i.Path, i.Error)), .. films.Select(f => (f.Path, f.Error))]);
        });
        return command;
    }

    private static void RefuseChart(string file, int videos)
    {
        _ = MoodChart.KindOf(file);
        if (videos != 1) throw CliException.Usage($"--chart draws one video; {videos} are named. Name one");
    }

    private static async Task DrawAsync(string file, List<VideoAnswer> films)
    {
        foreach (var film in films.Where(f => f.Error is null))
        {
            await WholeFile.WriteAsync(file, async stream =>
            {
                await stream.WriteAsync(MoodChart.Draw(film, file));
                return true;
            });
        }
    }

    private static void Write(AnalyzeAnswer images, List<VideoAnswer> films)
    {
        AnalyzeText.Write(images);
        VideoText.Write(films);
    }

    private static int Report(List<(string? Path, string? Error)> answers)
    {
        var bad = answers.FindAll(a => a.Error is not null);
        foreach (var (path, error) in bad) CliApp.WriteError($"{path}: {error}");
        return bad.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }
}
