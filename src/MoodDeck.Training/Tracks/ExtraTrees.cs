using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Tracks;

/// <summary>
/// Extremely randomised regression trees (Geurts, Ernst and Wehenkel 2006): every tree sees all rows; each split is the best of some
/// numbers, each cut at a random place. Answers are the mean of the trees' leaves.
/// </summary>
public sealed class ExtraTrees
{
    private ExtraTrees(IReadOnlyList<IReadOnlyList<TreeNode>> trees) => Trees = trees;

    /// <summary>The nodes of each tree; the first is its root.</summary>
    public IReadOnlyList<IReadOnlyList<TreeNode>> Trees { get; }

    /// <summary>Grows trees, on all cores; the same ones for the same seed whatever the cores.</summary>
    /// <param name="rows">Rows, all of one length.</param>
    /// <param name="targets">For each target, a value a row.</param>
    /// <param name="options">How many, and how large.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ExtraTrees Grow(IReadOnlyList<float[]> rows, IReadOnlyList<double[]> targets, TreeOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var trees = new IReadOnlyList<TreeNode>[options.Trees];
        Parallel.For(0, trees.Length, new ParallelOptions { CancellationToken = cancellationToken }, t =>
            trees[t] = new Grower(rows, targets, options, (options.Seed * 1_000_003UL) + (ulong)t).Grow());
        return new(trees);
    }

    /// <summary>The answer for a row, one for each target.</summary>
    public double[] Answer(ReadOnlySpan<float> row)
    {
        var sum = new double[Trees[0][0].Means.Count];
        foreach (var tree in Trees)
        {
            var node = tree[0];
            while (!node.IsLeaf) node = tree[row[node.Number] < node.Cut ? node.Below : node.Above];
            for (var k = 0; k < sum.Length; k++) sum[k] += node.Means[k] / Trees.Count;
        }

        return sum;
    }

    private sealed class Grower(IReadOnlyList<float[]> rows, IReadOnlyList<double[]> targets, TreeOptions options, ulong seed)
    {
        private readonly List<TreeNode> _nodes = [];
        private readonly int[] _order = [.. Enumerable.Range(0, rows.Count)];
        private readonly int _tries = Math.Max(1, (int)(options.Tried * rows[0].Length));
        private SplitMix64 _random = new(seed);

        public List<TreeNode> Grow()
        {
            Grow(0, _order.Length);
            return _nodes;
        }

        private int Grow(int from, int to)
        {
            var at = _nodes.Count;
            var means = targets.Select(t => Mean(t, from, to)).ToArray();
            _nodes.Add(new(means));
            if (to - from < 2 * options.LeafRows || BestSplit(from, to, means) is not { } split) return at;
            var middle = Part(from, to, split);
            // Below first: the numbers of the nodes follow the order in which they are grown.
            var below = Grow(from, middle);
            _nodes[at] = new(means) { Number = split.Number, Cut = split.Cut, Below = below, Above = Grow(middle, to) };
            return at;
        }

        private (int Number, float Cut)? BestSplit(int from, int to, double[] means)
        {
            (int, float)? best = null;
            var most = 1e-9;
            for (var i = 0; i < _tries; i++)
            {
                var number = (int)(_random.NextDouble() * rows[0].Length);
                var (low, high) = Range(number, from, to);
                if (high <= low) continue;
                var cut = low + ((float)_random.NextDouble() * (high - low));
                var gain = Gain(number, cut, from, to, means);
                if (gain > most) (most, best) = (gain, (number, cut));
            }

            return best;
        }

        // How much less the squares are when each side has its own mean.
        private double Gain(int number, float cut, int from, int to, double[] means)
        {
            Span<double> sums = stackalloc double[targets.Count];
            sums.Clear();
            var below = 0;
            for (var i = from; i < to; i++)
            {
                var row = _order[i];
                if (!(rows[row][number] < cut)) continue;
                below++;
                for (var k = 0; k < sums.Length; k++) sums[k] += targets[k][row] - means[k];
            }

            var above = to - from - below;
            if (below < options.LeafRows || above < options.LeafRows) return 0;
            double gain = 0;
            foreach (var sum in sums) gain += sum * sum * ((1.0 / below) + (1.0 / above));
            return gain;
        }

        private int Part(int from, int to, (int Number, float Cut) split)
        {
            var middle = from;
            for (var i = from; i < to; i++)
            {
                if (!(rows[_order[i]][split.Number] < split.Cut)) continue;
                (_order[i], _order[middle]) = (_order[middle], _order[i]);
                middle++;
            }

            return middle;
        }

        private (float Low, float High) Range(int number, int from, int to)
        {
            var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
            for (var i = from; i < to; i++) (low, high) = (Math.Min(low, rows[_order[i]][number]), Math.Max(high, rows[_order[i]][number]));
            return (low, high);
        }

        private double Mean(double[] target, int from, int to)
        {
            double sum = 0;
            for (var i = from; i < to; i++) sum += target[_order[i]];
            return sum / (to - from);
        }
    }
}

/// <summary>A node of a tree.</summary>
/// <param name="Means">Mean of each target over the rows that come here.</param>
public sealed record TreeNode(IReadOnlyList<double> Means)
{
    /// <summary>The number that is looked at.</summary>
    public int Number { get; init; } = -1;

    /// <summary>Rows whose number is less go below.</summary>
    public float Cut { get; init; }

    /// <summary>The node below.</summary>
    public int Below { get; init; }

    /// <summary>The node above.</summary>
    public int Above { get; init; }

    /// <summary>Whether it ends here.</summary>
    public bool IsLeaf => Number < 0;
}

/// <summary>How trees are grown.</summary>
public sealed record TreeOptions
{
    /// <summary>How many. More are steadier and larger on disk.</summary>
    public int Trees { get; init; } = 120;

    /// <summary>The fewest rows that a leaf stands for.</summary>
    public int LeafRows { get; init; } = 4;

    /// <summary>The share of the numbers that each split tries.</summary>
    public double Tried { get; init; } = 0.4;

    /// <summary>Grows other trees.</summary>
    public ulong Seed { get; init; } = 1;
}
