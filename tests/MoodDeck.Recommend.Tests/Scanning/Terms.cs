namespace MoodDeck.Recommend.Tests.Scanning;

/// <summary>Terms for tests.</summary>
internal static class Terms
{
    /// <summary>Some of the terms, drawn; of the artists few or all have one.</summary>
    public static RankTerms Drawn(Random random, TrackIndex index) => new()
    {
        MoodWeight = 0.5f + random.NextSingle(),
        LanguageFactor = random.Next(2) == 0 ? null : Draw(index.Languages.ValueCount, 0, 1),
        Artist = random.Next(3) switch { 0 => null, 1 => Draw(index.Artists.ValueCount, -0.3f, 0.3f), _ => Sparse(index.Artists.ValueCount) },
        Genre = random.Next(2) == 0 ? null : Draw(index.Genres.ValueCount, -0.2f, 0.2f),
        Language = random.Next(2) == 0 ? null : Draw(index.Languages.ValueCount, -0.1f, 0.1f),
        PlayableLead = random.Next(3) switch { 0 => 0, 1 => 0.15f, _ => -0.1f },
        Row = Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(index.Count)).Distinct().ToDictionary(row => row, _ => random.NextSingle() - 0.7f),
        Jitter = 0.06f,
        Seed = random.Next(),
    };

    private static float[] Draw(int count, float low, float high, int seed = 5)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => low + (random.NextSingle() * (high - low)))];
    }

    private static float[] Sparse(int count) => [.. Draw(count, -0.3f, 0.3f).Select((t, i) => i % 9 == 0 ? t : 0)];
}
