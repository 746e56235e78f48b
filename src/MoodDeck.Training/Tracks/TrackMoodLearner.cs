namespace MoodDeck.Training.Tracks;

/// <summary>
/// Learns valence and arousal from descriptors as a blend of two learners that err differently: a kernel, which is smooth, and
/// trees, which pick what matters.
/// </summary>
public sealed class TrackMoodLearner
{
    private TrackMoodLearner(Standardiser standardiser, KernelRegression kernel, ExtraTrees trees, double[][] weights, double[] offsets, double[] shares) =>
        (Standardiser, Kernel, Trees, Weights, Offsets, KernelShares) = (standardiser, kernel, trees, weights, offsets, shares);

    /// <summary>Applied to descriptors first.</summary>
    public Standardiser Standardiser { get; }

    /// <summary>The kernel over the training rows.</summary>
    public KernelRegression Kernel { get; }

    /// <summary>The trees; their targets are valence and arousal.</summary>
    public ExtraTrees Trees { get; }

    /// <summary>The kernel's weights for valence and arousal, one a row.</summary>
    public IReadOnlyList<double[]> Weights { get; }

    /// <summary>Mean valence and arousal of the training rows.</summary>
    public IReadOnlyList<double> Offsets { get; }

    /// <summary>The kernel's share in valence and arousal.</summary>
    public IReadOnlyList<double> KernelShares { get; }

    /// <summary>Learns from pieces; each rendering of one is a row.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static TrackMoodLearner Learn(IReadOnlyList<HeardTrack> tracks, TrackMoodOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var seen = tracks.SelectMany(t => t.Descriptors.Select(d => (Row: d, Target: TargetOf(t.Label, options)))).ToArray();
        var standardiser = Standardiser.Of([.. seen.Select(s => s.Row)]);
        float[][] rows = [.. seen.Select(s => standardiser.Apply(s.Row))];
        double[][] targets = [[.. seen.Select(s => s.Target.Valence)], [.. seen.Select(s => s.Target.Arousal)]];
        var offsets = targets.Select(t => t.Average()).ToArray();
        KernelRegression kernel = new(rows, options.Width, options.Noise);
        cancellationToken.ThrowIfCancellationRequested();
        var weights = targets.Select((target, k) => kernel.Fit([.. target.Select(v => v - offsets[k])])).ToArray();
        var trees = ExtraTrees.Grow(rows, targets, options.Trees, cancellationToken);
        return new(standardiser, kernel, trees, weights, offsets, [options.KernelInValence, options.KernelInArousal]);
    }

    /// <summary>Where a label lies: its numbers, or the middle of its side.</summary>
    public static (double Valence, double Arousal) TargetOf(TrackLabel label, TrackMoodOptions options)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(options);
        var scale = label.IsSide ? options.Side : 1;
        return (scale * (label.Valence ?? 0), scale * (label.Arousal ?? 0));
    }

    /// <summary>Valence and arousal that descriptors let expect.</summary>
    public (double Valence, double Arousal) Answer(IReadOnlyList<float> descriptors)
    {
        var row = Standardiser.Apply(descriptors);
        var trees = Trees.Answer(row);
        return (Both(0), Both(1));
        double Both(int k) => (KernelShares[k] * (Offsets[k] + Kernel.Answer(row, Weights[k]))) + ((1 - KernelShares[k]) * trees[k]);
    }
}
