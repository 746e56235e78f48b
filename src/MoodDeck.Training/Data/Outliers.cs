using MoodDeck.Core.Mood;

namespace MoodDeck.Training.Data;

/// <summary>Why a picture stands out.</summary>
public enum OutlierKind
{
    /// <summary>It shows nothing: all pixels are nearly alike.</summary>
    Blank,

    /// <summary>The very same picture also has another label.</summary>
    OtherLabel,

    /// <summary>It looks like no class on average: often no face, or one badly cut.</summary>
    Unlike,
}

/// <summary>A picture that should be looked at.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Name">Its name inside its source.</param>
/// <param name="Kind">Why it stands out.</param>
/// <param name="Reason">The same as a sentence.</param>
/// <param name="Score">
/// How much: the standard deviation of the grey values for <see cref="OutlierKind.Blank"/>, the number of different
/// labels for <see cref="OutlierKind.OtherLabel"/>, the modified z-score for <see cref="OutlierKind.Unlike"/>.
/// </param>
public sealed record Outlier(int Row, string Name, OutlierKind Kind, string Reason, double Score);

/// <summary>Pictures that should be looked at before a model learns from them.</summary>
public static class Outliers
{
    /// <summary>
    /// The modified z-score from which a distance is called an outlier (Iglewicz and Hoaglin 1993, "How to detect and
    /// handle outliers").
    /// </summary>
    public const double MinScore = 3.5;

    /// <summary>The standard deviation of the grey values below which a picture shows nothing.</summary>
    public const double BlankDeviation = 4;

    // Makes the median absolute deviation comparable to a standard deviation of normal values (ibid.).
    private const double NormalConsistency = 0.6745;

    /// <summary>Looks through rows: blank pictures, then copies with differing labels, then what looks like no class, worst first.</summary>
    /// <param name="set">The pictures.</param>
    /// <param name="groups">Which of them are the same.</param>
    /// <param name="rows">The rows to look through; null for all.</param>
    /// <param name="minScore">The modified z-score above which a picture looks like no class; a lower one shows more.</param>
    public static IReadOnlyList<Outlier> Find(FaceImageSet set, DuplicateGroups groups, IReadOnlyList<int>? rows = null, double minScore = MinScore)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(groups);
        rows ??= [.. Enumerable.Range(0, set.Count)];
        var deviations = rows.Select(row => StandardPicture.Deviation(set.Image(row))).ToArray();
        var blank = rows.Select((row, i) => (row, deviation: deviations[i])).Where(p => p.deviation < BlankDeviation)
            .Select(p => Of(set, p.row, OutlierKind.Blank, $"shows nothing: its grey values vary by {p.deviation:0.0}", p.deviation));
        return [.. blank, .. FindOtherLabels(set, groups, rows), .. FindUnlike(set, [.. rows.Where((_, i) => deviations[i] >= BlankDeviation)], minScore)];
    }

    private static IEnumerable<Outlier> FindOtherLabels(FaceImageSet set, DuplicateGroups groups, IReadOnlyList<int> rows)
    {
        foreach (var copies in rows.Distinct().GroupBy(row => groups.GroupOf[row]).Where(g => g.Skip(1).Any()))
        {
            var labels = copies.Select(set.ExpressionOf).Where(e => e is not null).Distinct().Order().ToList();
            if (labels.Count < 2) continue;
            var names = string.Join(" and ", labels.Select(e => Emotions.NameOf(e!.Value)));
            foreach (var row in copies) yield return Of(set, row, OutlierKind.OtherLabel, $"the same picture is labelled {names}", labels.Count);
        }
    }

    private static List<Outlier> FindUnlike(FaceImageSet set, int[] rows, double minScore)
    {
        if (rows.Length == 0) return [];
        var averages = StandardPicture.ClassAverages(set, rows);
        var distances = Array.ConvertAll(rows, row => averages.Min(average => StandardPicture.Distance(set.Image(row), average)));
        var median = Median(distances);
        var spread = Median(Array.ConvertAll(distances, d => Math.Abs(d - median)));
        if (spread == 0) return [];
        return [.. rows.Select((row, i) => (row, score: NormalConsistency * (distances[i] - median) / spread)).Where(p => p.score > minScore)
            .OrderByDescending(p => p.score).ThenBy(p => p.row)
            .Select(p => Of(set, p.row, OutlierKind.Unlike, $"looks like no class on average: {p.score:0.0} robust deviations from the middle, {minScore:0.0} is the limit", p.score))];
    }

    private static Outlier Of(FaceImageSet set, int row, OutlierKind kind, FormattableString reason, double score) =>
        new(row, set.NameOf(row), kind, FormattableString.Invariant(reason), Math.Round(score, 3));

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
