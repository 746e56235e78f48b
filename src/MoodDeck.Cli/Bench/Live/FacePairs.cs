using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;

namespace MoodDeck.Cli.Bench.Live;

/// <summary>Draws pairs of faces with unlike labels from a data set, the same ones on every machine.</summary>
internal static class FacePairs
{
    /// <summary>Pairs of rows, each face held at most once.</summary>
    /// <param name="set">The faces.</param>
    /// <param name="rows">The rows to draw from.</param>
    /// <param name="count">How many pairs; fewer where there are fewer faces.</param>
    /// <param name="seed">Chooses others.</param>
    /// <exception cref="InvalidDataException">Fewer than two labels occur.</exception>
    public static List<(int Held, int Other)> Draw(FaceImageSet set, int[] rows, int count, int seed)
    {
        var labelled = rows.Where(r => set.ExpressionOf(r) is not null).ToArray();
        if (labelled.Select(r => set.ExpressionOf(r)).Distinct().Count() < 2)
            throw new InvalidDataException("Faces of at least two expressions are needed, to switch from one to another.");
        var random = FastRandom.For(14, 0, seed);
        var held = labelled.ToArray();
        random.Shuffle<int>(held);
        List<(int, int)> pairs = [];
        foreach (var row in held.Take(count))
        {
            int other;
            do other = labelled[random.NextInt(labelled.Length)];
            while (set.ExpressionOf(other) == set.ExpressionOf(row));
            pairs.Add((row, other));
        }

        return pairs;
    }
}
