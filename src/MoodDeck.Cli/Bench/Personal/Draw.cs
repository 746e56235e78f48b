using MoodDeck.Training.Augmentation;

namespace MoodDeck.Cli.Bench.Personal;

/// <summary>Draws some of many; the same seed draws the same.</summary>
internal sealed class Draw(ulong seed)
{
    private FastRandom _random = FastRandom.For(seed, 0, 0);

    /// <summary>At most <paramref name="most"/> of them, in random order.</summary>
    public List<T> Some<T>(IEnumerable<T> items, int most)
    {
        var all = items.ToArray();
        _random.Shuffle<T>(all);
        return [.. all.Take(most)];
    }
}
