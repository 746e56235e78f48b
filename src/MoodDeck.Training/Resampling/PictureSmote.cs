using MoodDeck.Training.Data;
using MoodDeck.Training.Kernels;

namespace MoodDeck.Training.Resampling;

/// <summary>
/// SMOTE on the pixels themselves: what course projects do, here for comparison. Two faces laid over each other are not a
/// third face; in the space of a network's embedding the same works better.
/// </summary>
public static class PictureSmote
{
    /// <summary>What the synthetic pictures' origin is called.</summary>
    public const string Origin = "synthetic";

    /// <summary>
    /// Makes pictures of the classes that lack rows, to be appended by <see cref="FaceImageSet.Concat"/>. Pixels, votes and
    /// valence, arousal and dominance are mixed alike (pixels and votes rounded); what either of two pictures lacks is
    /// unknown of the third. Each has the usage of the picture it starts from.
    /// </summary>
    /// <param name="set">The pictures.</param>
    /// <param name="rows">The training rows, and only these.</param>
    /// <param name="labels">The class of each of them.</param>
    /// <param name="wantedPerClass">Rows of each class wanted afterwards.</param>
    /// <param name="neighbours">How many neighbours to choose from.</param>
    /// <param name="seed">Another seed, other pictures.</param>
    /// <param name="pool">The worker threads.</param>
    /// <exception cref="ArgumentException">There is not one label for each row, or one is too high.</exception>
    public static FaceImageSet Generate(
        FaceImageSet set, int[] rows, ReadOnlySpan<int> labels, ReadOnlySpan<int> wantedPerClass, int neighbours, ulong seed, WorkerPool pool)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Length != labels.Length) throw new ArgumentException($"{rows.Length} rows, but {labels.Length} labels.", nameof(labels));
        var pixels = Gather(set.Pixels, rows, FaceImageSet.ImageLength);
        var synthetic = Smote.Generate(pixels, labels, wantedPerClass, neighbours, seed, pool);
        var (from, to) = (Array.ConvertAll(synthetic.From, i => rows[i]), Array.ConvertAll(synthetic.To, i => rows[i]));
        return new FaceImageSet
        {
            Pixels = Bytes(synthetic.Mix(pixels, FaceImageSet.ImageLength)),
            Labels = [.. from.Zip(to, (a, b) => set.Labels[a] == set.Labels[b] ? set.Labels[a] : FaceImageSet.NoLabel)],
            Usages = Array.ConvertAll(from, row => set.Usages[row]),
            UsageNames = set.UsageNames,
            SourceRows = [.. Enumerable.Range(0, synthetic.Count)],
            SourceRowCount = synthetic.Count,
            Bad = new BadRows(),
            Votes = set.Votes is null ? null : Votes(set, rows, synthetic),
            Vad = set.Vad is null ? null : synthetic.Mix(Gather(set.Vad, rows, FaceImageSet.VadColumns), FaceImageSet.VadColumns),
            Names = [.. from.Zip(to, (a, b) => $"{set.NameOf(a)} + {set.NameOf(b)}")],
            Origins = [new FaceOrigin(Origin, 0)],
        };
    }

    private static byte[] Votes(FaceImageSet set, int[] rows, SyntheticRows synthetic)
    {
        var votes = Bytes(synthetic.Mix(Gather(set.Votes!, rows, FerPlus.VoteColumns), FerPlus.VoteColumns));
        for (var i = 0; i < synthetic.Count; i++)
        {
            if (!HasVotes(set, rows[synthetic.From[i]]) || !HasVotes(set, rows[synthetic.To[i]]))
                votes.AsSpan(i * FerPlus.VoteColumns, FerPlus.VoteColumns).Clear();
        }

        return votes;
    }

    private static bool HasVotes(FaceImageSet set, int row) => set.VotesOf(row).ContainsAnyExcept((byte)0);

    private static float[] Gather<T>(T[] values, int[] rows, int columns)
        where T : System.Numerics.INumberBase<T>
    {
        var gathered = new float[rows.Length * columns];
        for (var i = 0; i < rows.Length; i++)
            System.Numerics.Tensors.TensorPrimitives.ConvertTruncating<T, float>(values.AsSpan(rows[i] * columns, columns), gathered.AsSpan(i * columns, columns));
        return gathered;
    }

    private static byte[] Bytes(float[] values) => Array.ConvertAll(values, v => (byte)(v + 0.5f));
}
