namespace MoodDeck.Demo.Theory;

/// <summary>
/// Spreads chords over voices so that each voice moves as little as it can: of all spacings in range it takes the one
/// with the least motion from the last, preferring a clear low register and avoiding parallel fifths and octaves.
/// </summary>
internal sealed class VoiceLeader(int voices, int lowest, int highest)
{
    private int[]? _last;

    /// <summary>The next chord's pitches, ascending.</summary>
    public int[] Next(Chord chord)
    {
        var best = Choices(chord).SelectMany(Spacings).MinBy(Cost) ?? throw new InvalidOperationException($"No spacing of {chord.Symbol} fits between {lowest} and {highest}.");
        return _last = best;
    }

    // More tones than voices: the fifth says least, then the root, which the bass has; fewer: double the root or the fifth.
    private IEnumerable<int[]> Choices(Chord chord)
    {
        var tones = chord.PitchClasses.ToList();
        if (tones.Count > voices && tones.Count > 3) tones.RemoveAt(2);
        if (tones.Count > voices) tones.RemoveAt(0);
        while (tones.Count > voices) tones.RemoveAt(tones.Count - 1);
        var missing = voices - tones.Count;
        var fifth = chord.PitchClasses[Math.Min(2, chord.PitchClasses.Count - 1)];
        for (var roots = 0; roots <= missing; roots++)
            yield return [.. tones, .. Enumerable.Repeat(chord.Root, roots), .. Enumerable.Repeat(fifth, missing - roots)];
    }

    private IEnumerable<int[]> Spacings(int[] tones) =>
        from order in Orders(tones)
        from bottom in Enumerable.Range(lowest, highest - lowest + 1)
        where bottom % 12 == order[0]
        let pitches = Stack(order, bottom)
        where pitches[^1] <= highest
        select pitches;

    private static int[] Stack(int[] order, int bottom)
    {
        var pitches = new int[order.Length];
        pitches[0] = bottom;
        for (var i = 1; i < order.Length; i++)
        {
            var up = (order[i] - order[i - 1] + 12) % 12;
            pitches[i] = pitches[i - 1] + (up == 0 ? 12 : up);
        }

        return pitches;
    }

    private static IEnumerable<int[]> Orders(int[] tones)
    {
        if (tones.Length <= 1) return [tones];
        return tones.SelectMany((tone, i) => Orders([.. tones[..i], .. tones[(i + 1)..]]).Select(rest => (int[])[tone, .. rest]));
    }

    private double Cost(int[] pitches)
    {
        double cost = 0;
        for (var i = 1; i < pitches.Length; i++)
        {
            var gap = pitches[i] - pitches[i - 1];
            if (gap < 3) cost += pitches[i - 1] < 60 ? 6 : 1.5;
            if (gap < 5 && pitches[i - 1] < 50) cost += 8;
            if (gap > 12) cost += gap - 12;
        }

        var centre = (lowest + highest) / 2.0;
        if (_last is null) return cost + Math.Abs(pitches.Average() - centre) + (0.5 * (pitches[^1] - pitches[0]));
        cost += 0.15 * Math.Abs(pitches.Average() - centre);
        for (var i = 0; i < pitches.Length; i++) cost += Math.Abs(pitches[i] - _last[i]);
        return cost + (2 * Math.Max(0, Math.Abs(pitches[^1] - _last[^1]) - 4)) + (4 * Parallels(pitches, _last));
    }

    private static int Parallels(int[] now, int[] before)
    {
        var count = 0;
        for (var low = 0; low < now.Length; low++)
        {
            for (var high = low + 1; high < now.Length; high++)
            {
                var interval = (now[high] - now[low]) % 12;
                if (interval is 0 or 7 && (before[high] - before[low]) % 12 == interval && now[low] != before[low]) count++;
            }
        }

        return count;
    }
}
