namespace MoodDeck.Training.Detection;

/// <summary>How the detector's answers are judged.</summary>
public sealed record DetectionLossOptions
{
    /// <summary>Weight of cells with a face, 0 to 1; background weighs the rest (Lin et al. 2017, "Focal Loss", alpha).</summary>
    public float FocalAlpha { get; init; } = 0.25f;

    /// <summary>How strongly cells that are right already are played down (Lin et al. 2017, gamma); 0 is plain cross-entropy.</summary>
    public float FocalGamma { get; init; } = 2;

    /// <summary>Where the box loss passes from square to straight (Girshick 2015, "Fast R-CNN"), in offsets.</summary>
    public float BoxBeta { get; init; } = 0.1f;

    /// <summary>Weight of the distance of the offsets beside the score loss.</summary>
    public float BoxWeight { get; init; } = 1;

    /// <summary>Weight of the overlap loss beside the score loss, see <see cref="BoxOverlapLoss"/>; 0 leaves it out.</summary>
    public float OverlapWeight { get; init; } = 1;
}

/// <summary>The two parts of a detector's loss, each divided by the number of cells with a face.</summary>
/// <param name="Score">Focal cross-entropy of the scores.</param>
/// <param name="Box">Weighted smooth L1 distance of the offsets, and weighted overlap loss.</param>
public readonly record struct DetectionLossValue(double Score, double Box)
{
    /// <summary>Both parts together.</summary>
    public double Total => Score + Box;

    /// <summary>Adds the parts of two maps.</summary>
    public static DetectionLossValue operator +(DetectionLossValue a, DetectionLossValue b) => Add(a, b);

    /// <summary>Adds the parts of two maps.</summary>
    public static DetectionLossValue Add(DetectionLossValue a, DetectionLossValue b) => new(a.Score + b.Score, a.Box + b.Box);
}

/// <summary>Focal cross-entropy on scores; smooth L1 on the offsets and overlap loss of cells with a face; with gradients.</summary>
public static class DetectionLoss
{
    /// <summary>Outputs per cell: the score's logit, then dx, dy, dw, dh.</summary>
    public const int Channels = 5;

    /// <summary>How many cells of a map show a face; sum it over all maps of a batch for <see cref="Run"/>.</summary>
    public static int CountFaces(ReadOnlySpan<float> scoreTargets)
    {
        var count = 0;
        foreach (var t in scoreTargets) if (t > 0) count++;
        return count;
    }

    /// <summary>The loss of one map over a batch and its gradient.</summary>
    /// <param name="outputs">The network's outputs <c>[N, Rows, Columns, 5]</c>.</param>
    /// <param name="scoreTargets"><c>[N, Rows, Columns]</c>, from <see cref="DetectionTargets"/>.</param>
    /// <param name="offsetTargets"><c>[N, Rows, Columns, 4]</c>, from <see cref="DetectionTargets"/>.</param>
    /// <param name="faces">Cells with a face in the whole batch over all maps; less than 1 counts as 1.</param>
    /// <param name="gradients">Receives the gradient with respect to <paramref name="outputs"/>, same shape.</param>
    /// <param name="options">Weights.</param>
    /// <exception cref="ArgumentException">The lengths do not belong together.</exception>
    public static DetectionLossValue Run(
        ReadOnlySpan<float> outputs, ReadOnlySpan<float> scoreTargets, ReadOnlySpan<float> offsetTargets, int faces, Span<float> gradients, DetectionLossOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var cells = scoreTargets.Length;
        if (outputs.Length != cells * Channels || offsetTargets.Length != cells * 4 || gradients.Length != outputs.Length)
            throw new ArgumentException($"{cells} cells need {cells * Channels} outputs and gradients and {cells * 4} offsets; got {outputs.Length}, {gradients.Length} and {offsetTargets.Length}.");
        var share = 1f / Math.Max(1, faces);
        double score = 0, box = 0;
        for (var i = 0; i < cells; i++)
        {
            var o = outputs.Slice(i * Channels, Channels);
            var g = gradients.Slice(i * Channels, Channels);
            g.Clear();
            var target = scoreTargets[i];
            if (target < 0) continue;
            score += Focal(o[0], target > 0, options, out g[0]) * share;
            g[0] *= share;
            if (target <= 0) continue;
            var weight = share * options.BoxWeight;
            for (var c = 0; c < 4; c++)
            {
                box += SmoothL1(o[c + 1] - offsetTargets[(i * 4) + c], options.BoxBeta, out g[c + 1]) * weight;
                g[c + 1] *= weight;
            }

            if (options.OverlapWeight > 0) box += BoxOverlapLoss.Add(o[1..], offsetTargets.Slice(i * 4, 4), share * options.OverlapWeight, g[1..]);
        }

        return new DetectionLossValue(score, box);
    }

    // With p = sigmoid(logit of being right): -w (1 - p)^gamma log p. A background cell is right with the negated logit.
    private static float Focal(float logit, bool isFace, DetectionLossOptions options, out float gradient)
    {
        var (sign, weight) = isFace ? (1f, options.FocalAlpha) : (-1f, 1 - options.FocalAlpha);
        var x = sign * logit;
        var logP = x >= 0 ? -MathF.Log(1 + MathF.Exp(-x)) : x - MathF.Log(1 + MathF.Exp(x));
        var p = MathF.Exp(logP);
        var wrong = 1 - p;
        var scale = weight * MathF.Pow(wrong, options.FocalGamma);
        gradient = sign * scale * ((options.FocalGamma * p * logP) - wrong);
        return -scale * logP;
    }

    private static float SmoothL1(float difference, float beta, out float gradient)
    {
        var size = Math.Abs(difference);
        if (size < beta)
        {
            gradient = difference / beta;
            return 0.5f * difference * difference / beta;
        }

        gradient = Math.Sign(difference);
        return size - (0.5f * beta);
    }
}
