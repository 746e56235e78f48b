namespace MoodDeck.Training.Data;

/// <summary>
/// Keeps pictures aside to choose by. Frames of one film follow each other, so of every source it is runs of neighbours that are
/// kept: otherwise the persons learned from would be judged again.
/// </summary>
public static class DetectionHoldout
{
    // A source gives at least two runs where it can; a run is never longer than this.
    private const int LongestRun = 40;
    private const int LeastRuns = 2;

    /// <summary>Splits a set.</summary>
    /// <param name="set">The pictures, in the order of their labels.</param>
    /// <param name="every">One picture in this many is kept aside, of every source and of the squares; 0 keeps none.</param>
    /// <param name="byRuns">
    /// False takes single pictures, whatever their source, as MoodDeck's first detector was split: one that starts from it is judged
    /// on pictures that it has never seen.
    /// </param>
    /// <returns>What is learned from, and what is kept aside or null.</returns>
    public static (FaceDetectionSet Learn, FaceDetectionSet? Aside) Split(FaceDetectionSet set, int every, bool byRuns = true)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (every == 0) return (set, null);
        var aside = byRuns ? Runs(set, every) : [.. set.Images.Where((_, i) => i % every == every - 1).Select(i => i.Name)];
        return (Part(set, every, i => !aside.Contains(i.Name), last: false), Part(set, every, i => aside.Contains(i.Name), last: true));
    }

    private static HashSet<string> Runs(FaceDetectionSet set, int every)
    {
        HashSet<string> aside = [];
        foreach (var source in set.Images.GroupBy(i => i.Source))
        {
            DetectionImage[] images = [.. source];
            var run = Math.Clamp(images.Length / (LeastRuns * every), 1, LongestRun);
            aside.UnionWith(images.Where((_, i) => i / run % every == every - 1).Select(i => i.Name));
        }

        return aside;
    }

    private static FaceDetectionSet Part(FaceDetectionSet set, int every, Func<DetectionImage, bool> holds, bool last) => set with
    {
        Images = [.. set.Images.Where(holds)],
        Squares = [.. set.Squares.Where((_, i) => (i % every == every - 1) == last)],
    };
}
