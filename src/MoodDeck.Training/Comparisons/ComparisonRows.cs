using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Comparisons;

/// <summary>The rows of a comparison.</summary>
/// <param name="Data">Learned from, and kept aside to choose by.</param>
/// <param name="Judged">What the finished models are judged on.</param>
/// <param name="Copies">Rows of these whose picture also occurs in <paramref name="Data"/>.</param>
internal sealed record ComparisonRows(EmotionData Data, FaceImageSet Judged, int[] Copies)
{
    private static readonly EmotionLabels[] s_labels = [EmotionLabels.FerPlus, EmotionLabels.Fer2013];

    /// <summary>The labels that at least one judged row has.</summary>
    public IEnumerable<EmotionEvaluationOptions> Tasks => s_labels.Select(l => new EmotionEvaluationOptions { Labels = l }).Where(HasLabels);

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidDataException">A source cannot be used, or no row can be judged; the message says why.</exception>
    public static ComparisonRows Read(ComparisonOptions options)
    {
        var data = EmotionData.Read(options.Common);
        var rows = options.JudgeOn is { } usage ? JudgedOn(usage, data, options) : new(data, data.Set.Take(data.Holdout), []);
        return rows.Tasks.Any() ? rows : throw new InvalidDataException("No row to judge has the label of an expression. Give labelled faces, or other rows with --judge-on.");
    }

    private static ComparisonRows JudgedOn(string usage, EmotionData data, ComparisonOptions options)
    {
        List<FaceImageSet> judged = [];
        HashSet<string> known = [];
        foreach (var source in options.Common.Sources)
        {
            var set = FaceData.Read(source, options.Common.Training.RunFolder);
            known.UnionWith(set.UsageNames.Where(n => n.Length > 0));
            if (set.HasUsage(usage)) judged.Add(set.Take(set.RowsOf(usage)));
        }

        if (judged.Count == 0)
            throw new InvalidDataException($"No row has the usage \"{usage}\" to judge on; there {(known.Count == 0 ? "are no usages" : $"are: {string.Join(", ", known.Order(StringComparer.Ordinal))}")}. Leave --judge-on out to judge on the rows kept aside.");
        var rows = FaceImageSet.Concat(judged);
        var groups = DuplicateGroups.Find(FaceImageSet.Concat([data.Set, rows]));
        var copies = groups.RowsSharedWith(Enumerable.Range(data.Set.Count, rows.Count), Enumerable.Range(0, data.Set.Count));
        return new(data, rows, [.. copies.Select(r => r - data.Set.Count)]);
    }

    private bool HasLabels(EmotionEvaluationOptions options) =>
        (options.Labels != EmotionLabels.FerPlus || Judged.Votes is not null) && Enumerable.Range(0, Judged.Count).Any(r => EmotionEvaluation.LabelOf(Judged, r, options) != FerPlus.Dropped);
}
