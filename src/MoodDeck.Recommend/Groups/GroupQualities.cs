namespace MoodDeck.Recommend.Groups;

/// <summary>Words for what sets one group apart from another of the same mood.</summary>
public static class GroupQualities
{
    // Less and more along each axis of GroupSpace.
    private static readonly (string Less, string More)[] s_words =
        [("cooler", "warmer"), ("gentler", "livelier"), ("slow", "fast"), ("even", "swelling"), ("dark", "bright"), ("sparse", "busy"), ("minor", "major")];

    /// <summary>Every word.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_words.SelectMany(w => (string[])[w.Less, w.More])];

    /// <summary>A quality for each group of one mood, in order: none for the first, each other by where it differs most from it.</summary>
    /// <param name="places">The groups' places in <see cref="GroupSpace"/>.</param>
    internal static IEnumerable<string> Of(IReadOnlyList<float[]> places)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "" };
        yield return "";
        for (var i = 1; i < places.Count; i++)
        {
            var word = Enumerable.Range(0, GroupSpace.Axes)
                .Select(axis => (Axis: axis, By: places[i][axis] - places[0][axis]))
                .Where(d => float.IsFinite(d.By))
                .OrderByDescending(d => Math.Abs(d.By)).ThenBy(d => d.Axis)
                .Select(d => d.By < 0 ? s_words[d.Axis].Less : s_words[d.Axis].More)
                .FirstOrDefault(w => !taken.Contains(w)) ?? FormattableString.Invariant($"{i + 1}");
            taken.Add(word);
            yield return word;
        }
    }
}
