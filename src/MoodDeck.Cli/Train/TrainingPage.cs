using MoodDeck.Cli.Output;
using MoodDeck.Training.Runs;

namespace MoodDeck.Cli.Train;

/// <summary>The course of a training, as a page.</summary>
internal static class TrainingPage
{
    /// <summary>Writes it.</summary>
    public static void Save(string title, IReadOnlyList<EpochRecord> history, int bestEpoch, string path)
    {
        string[] figures = [.. history.SelectMany(e => e.Validation?.Figures.Keys ?? []).Distinct()];
        new HtmlPage(title)
            .Paragraph(FormattableString.Invariant($"The weights of epoch {bestEpoch} were kept."))
            .Heading("Training loss").Curve([.. history.Select(e => e.Loss)])
            .Heading("Epochs").Table(["epoch", "loss", .. figures, "seconds"], history.Select(e => Row(e, figures)))
            .Save(path);
    }

    private static HtmlCell[] Row(EpochRecord epoch, string[] figures) =>
    [
        FormattableString.Invariant($"{epoch.Epoch}"),
        Figure(epoch.Loss),
        .. figures.Select(f => (HtmlCell)(epoch.Validation?.Figures.TryGetValue(f, out var value) == true ? Figure(value) : "")),
        FormattableString.Invariant($"{epoch.Seconds:0.0}"),
    ];

    private static string Figure(double value) => FormattableString.Invariant($"{value:0.0000}");
}
