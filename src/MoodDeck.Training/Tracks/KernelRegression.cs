using System.Numerics.Tensors;

namespace MoodDeck.Training.Tracks;

/// <summary>
/// Regression with a Laplacian kernel: the mean of a Gaussian process whose noise is known (Rasmussen and Williams 2006,
/// algorithm 2.1). Far from everything it was shown it answers the mean of its targets. Differences count as they are, not squared: one
/// number far off does not make a piece a stranger.
/// </summary>
public sealed class KernelRegression
{
    private readonly IReadOnlyList<float[]> _rows;
    private readonly double[][] _factor;

    /// <summary>Prepares rows; several targets can then be fitted to them.</summary>
    /// <param name="rows">Standardised rows, all of one length.</param>
    /// <param name="width">The kernel is exp(-width times the mean difference of the numbers).</param>
    /// <param name="noise">Variance of the noise beside a signal of variance 1; more is smoother.</param>
    public KernelRegression(IReadOnlyList<float[]> rows, double width, double noise)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(noise);
        (_rows, Width) = (rows, width);
        _factor = Cholesky(noise);
    }

    /// <summary>The kernel's width.</summary>
    public double Width { get; }

    /// <summary>The rows it knows.</summary>
    public IReadOnlyList<float[]> Rows => _rows;

    /// <summary>How alike two rows are, 0 to 1.</summary>
    public double Kernel(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Span<float> away = a.Length <= 512 ? stackalloc float[a.Length] : new float[a.Length];
        TensorPrimitives.Subtract(a, b, away);
        return Math.Exp(-Width * TensorPrimitives.SumOfMagnitudes<float>(away) / a.Length);
    }

    /// <summary>The weights of the rows for targets whose mean has been taken away.</summary>
    public double[] Fit(ReadOnlySpan<double> targets)
    {
        if (targets.Length != _rows.Count) throw new ArgumentException($"{_rows.Count} rows, but {targets.Length} targets.", nameof(targets));
        var weights = new double[targets.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (targets[i] - TensorPrimitives.Dot<double>(_factor[i].AsSpan(0, i), weights.AsSpan(0, i))) / _factor[i][i];
        for (var i = weights.Length - 1; i >= 0; i--)
        {
            weights[i] /= _factor[i][i];
            for (var k = 0; k < i; k++) weights[k] -= _factor[i][k] * weights[i];
        }

        return weights;
    }

    /// <summary>What weights answer for a row.</summary>
    public double Answer(ReadOnlySpan<float> row, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += Kernel(row, _rows[i]) * weights[i];
        return sum;
    }

    // The lower triangle whose product with its own transpose is the kernel's matrix with the noise on its diagonal.
    private double[][] Cholesky(double noise)
    {
        var l = new double[_rows.Count][];
        Parallel.For(0, l.Length, i =>
        {
            l[i] = new double[i + 1];
            for (var j = 0; j < i; j++) l[i][j] = Kernel(_rows[i], _rows[j]);
            l[i][i] = 1 + noise;
        });
        for (var i = 0; i < l.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = l[i][j] - TensorPrimitives.Dot<double>(l[i].AsSpan(0, j), l[j].AsSpan(0, j));
                l[i][j] = i == j ? Math.Sqrt(rest) : rest / l[j][j];
            }
        }

        return l;
    }
}
