using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Kernels;

namespace MoodDeck.Training.Resampling;

/// <summary>
/// SMOTE (Chawla et al. 2002, "SMOTE: Synthetic Minority Over-sampling Technique"): new rows of a rare class, each between
/// a real row and one of its k nearest neighbours of the same class. Give it training rows only: a row made from one that
/// is kept aside would tell the answer.
/// </summary>
public static class Smote
{
    /// <summary>Neighbours to choose from, as in the paper.</summary>
    public const int DefaultNeighbours = 5;

    /// <summary>
    /// Draws as many rows as each class lacks. Every real row of a class serves equally often, but for a remainder that is
    /// drawn. A class of one row is repeated; a class without rows stays without. The result depends on the arguments and
    /// not on the number of threads.
    /// </summary>
    /// <param name="vectors">The training rows' vectors, <c>[n, d]</c>: embeddings, or pixels.</param>
    /// <param name="labels">The class of each row; rows of a negative one are left out.</param>
    /// <param name="wantedPerClass">Rows of each class wanted afterwards, real ones counted; see <see cref="LabelCounts.Raised"/>.</param>
    /// <param name="neighbours">How many neighbours to choose from, 1 or more; fewer where a class is small.</param>
    /// <param name="seed">Another seed, other rows.</param>
    /// <param name="pool">The worker threads.</param>
    /// <returns>What to mix, by <see cref="SyntheticRows.Mix"/>; class after class.</returns>
    /// <exception cref="ArgumentException">Vectors and labels do not fit together, or a label is too high.</exception>
    public static SyntheticRows Generate(
        float[] vectors, ReadOnlySpan<int> labels, ReadOnlySpan<int> wantedPerClass, int neighbours, ulong seed, WorkerPool pool)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        if (labels.IsEmpty || vectors.Length % labels.Length != 0)
            throw new ArgumentException($"{vectors.Length} numbers are no vectors for {labels.Length} rows.", nameof(vectors));
        var members = LabelCounts.RowsOf(labels, wantedPerClass.Length);
        List<int> classes = [], from = [], to = [];
        List<float> shares = [];
        for (var c = 0; c < members.Length; c++)
        {
            var missing = wantedPerClass[c] - members[c].Length;
            if (missing <= 0 || members[c].Length == 0) continue;
            var random = FastRandom.For(seed, 0, c);
            random.Shuffle(members[c].AsSpan());
            var k = Math.Min(neighbours, members[c].Length - 1);
            var asked = Math.Min(missing, members[c].Length);
            var near = k == 0 ? [] : NearestNeighbours.Find(vectors, vectors.Length / labels.Length, members[c], asked, k, pool);
            for (var i = 0; i < missing; i++)
            {
                var start = i % asked;
                classes.Add(c);
                from.Add(members[c][start]);
                to.Add(members[c][k == 0 ? start : near[(start * k) + random.NextInt(k)]]);
                shares.Add(random.NextFloat());
            }
        }

        return new([.. classes], [.. from], [.. to], [.. shares]);
    }
}
