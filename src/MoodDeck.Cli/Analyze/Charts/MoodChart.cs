using System.Globalization;
using MoodDeck.Cli.Analyze.Videos;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Analyze.Charts;

/// <summary>The mood of a video over time: valence and arousal as lines, the expression of the main face as a strip below.</summary>
internal static class MoodChart
{
    private const double Width = 900, Height = 400;
    private const double Left = 62, Right = 24, Top = 54, PlotHeight = 220, StripTop = 300, StripHeight = 24;
    private const int MostPoints = 800;

    private static readonly Rgb s_ink = new(27, 27, 27), s_soft = new(89, 89, 89), s_grid = new(224, 224, 224), s_zero = new(150, 150, 150);
    private static readonly Rgb s_valence = new(0, 114, 178), s_arousal = new(195, 78, 0);

    private static double PlotWidth => Width - Left - Right;

    /// <summary>Draws it for a file of that name.</summary>
    /// <exception cref="CliException">The name ends neither in .png nor in .svg.</exception>
    public static byte[] Draw(VideoAnswer video, string file)
    {
        var title = "Mood in " + Path.GetFileName(video.Path);
        using IChartCanvas canvas = KindOf(file) == ".svg" ? new SvgCanvas(Width, Height, title) : new PngCanvas(Width, Height);
        canvas.Text(Left, 18, title, s_ink, TextAnchor.Left);
        Legend(canvas, 38, [("valence", s_valence), ("arousal", s_arousal)]);
        var seconds = Math.Max(video.DurationSeconds ?? 0, 1e-3);
        Axes(canvas, seconds);
        Lines(canvas, video, seconds);
        Strip(canvas, video, seconds);
        var said = video.Labels.Select(l => (FormattableString.Invariant($"{l.Key} {100 * l.Value:0}%"), LabelColours.Of(l.Key))).ToList();
        if (video.Timeline.Any(m => m.Label is null)) said.Add(("no face", LabelColours.NoFace));
        Legend(canvas, 364, said);
        return canvas.Finish();
    }

    /// <summary>The ending that says what to draw.</summary>
    /// <exception cref="CliException">It is neither .png nor .svg.</exception>
    public static string KindOf(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".png" => ".png",
        ".svg" => ".svg",
        _ => throw CliException.Usage($"--chart {file} is neither a .png nor a .svg. Name one of these"),
    };

    private static void Axes(IChartCanvas canvas, double seconds)
    {
        var step = StepOf(seconds);
        for (var t = 0.0; t <= seconds + 1e-9; t += step)
        {
            var x = Left + (PlotWidth * t / seconds);
            canvas.Rectangle(x - 0.5, Top, 1, PlotHeight, s_grid);
            canvas.Text(x, StripTop + StripHeight + 14, ClockOf(t, step), s_soft, TextAnchor.Middle);
        }

        foreach (var value in (double[])[-1, -0.5, 0, 0.5, 1])
        {
            canvas.Rectangle(Left, YOf(value) - 0.5, PlotWidth, 1, value == 0 ? s_zero : s_grid);
            canvas.Text(Left - 8, YOf(value), value.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture), s_soft, TextAnchor.Right);
        }
    }

    private static void Lines(IChartCanvas canvas, VideoAnswer video, double seconds)
    {
        List<(double X, double Valence, double Arousal)> run = [];
        // As many points as can be told apart; each the mean of the moments it stands for.
        foreach (var moments in video.Timeline.Chunk(Math.Max(1, (video.Timeline.Count + MostPoints - 1) / MostPoints)))
        {
            var moods = moments.Where(m => m.Mood is not null).ToList();
            if (moods.Count == 0) continue;
            run.Add((Left + (PlotWidth * Math.Min(1, moods.Average(m => m.Seconds) / seconds)), moods.Average(m => m.Mood!.Valence), moods.Average(m => m.Mood!.Arousal)));
        }

        canvas.Line([.. run.Select(p => (p.X, YOf(p.Arousal)))], 2, s_arousal);
        canvas.Line([.. run.Select(p => (p.X, YOf(p.Valence)))], 2, s_valence);
    }

    private static void Strip(IChartCanvas canvas, VideoAnswer video, double seconds)
    {
        var each = PlotWidth / (seconds * video.FramesPerSecond!.Value);
        for (int start = 0, end; start < video.Timeline.Count; start = end)
        {
            var label = video.Timeline[start].Label;
            for (end = start + 1; end < video.Timeline.Count && video.Timeline[end].Label == label;) end++;
            var x = Left + (start * each);
            canvas.Rectangle(x, StripTop, Math.Min(Left + PlotWidth, Left + (end * each)) - x, StripHeight, label is null ? LabelColours.NoFace : LabelColours.Of(label));
        }
    }

    private static void Legend(IChartCanvas canvas, double y, IReadOnlyList<(string Name, Rgb Colour)> entries)
    {
        const double box = 12, letter = 7.2, gap = 22, row = 19;
        var x = Left;
        foreach (var (name, colour) in entries)
        {
            if (x + box + 5 + (letter * name.Length) > Width) (x, y) = (Left, y + row);
            canvas.Rectangle(x, y - (box / 2), box, box, colour);
            canvas.Text(x + box + 5, y, name, s_ink, TextAnchor.Left);
            x += box + 5 + (letter * name.Length) + gap;
        }
    }

    private static double YOf(double value) => Top + (PlotHeight * (1 - Math.Clamp(value, -1, 1)) / 2);

    // Between five and twelve marks, at times a clock would show.
    private static double StepOf(double seconds)
    {
        double[] steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];
        return steps.FirstOrDefault(s => seconds / s <= 12, Math.Ceiling(seconds / 12 / 3600) * 3600);
    }

    private static string ClockOf(double seconds, double step)
    {
        if (step < 1) return seconds.ToString("0.0 s", CultureInfo.InvariantCulture);
        var time = TimeSpan.FromSeconds(seconds);
        return time.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time:mm\\:ss}") : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time:ss}");
    }
}
