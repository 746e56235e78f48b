using MoodDeck.Cli.Output;

namespace MoodDeck.Cli.Evaluate;

/// <summary>How a model did, as a page.</summary>
internal static class EmotionPage
{
    /// <summary>Writes it.</summary>
    public static void Save(EmotionEvaluationAnswer answer, string path)
    {
        HtmlPage page = new($"{answer.Model} on {answer.Task}");
        foreach (var line in EmotionText.Lines(answer)) page.Paragraph(line);
        page.Heading("By class").Table(["class", "precision", "recall", "F1", "faces"], answer.PerClass.Select(c =>
            (HtmlCell[])[c.Label, Share(c.Precision), Share(c.Recall), Share(c.F1), Whole(c.Support)]));
        page.Heading("What was said of what").Table(["is \\ said", .. answer.PerClass.Select(c => c.Label)], answer.PerClass.Select((c, i) =>
            (HtmlCell[])[c.Label, .. answer.Confusion[i].Select(n => new HtmlCell(Whole(n), (double)n / Math.Max(1, c.Support)))]));
        page.Save(path);
    }

    private static string Share(double value) => FormattableString.Invariant($"{value:0.000}");

    private static string Whole(int value) => FormattableString.Invariant($"{value}");
}
