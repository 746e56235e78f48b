namespace MoodDeck.Training.Mtcnn;

/// <summary>
/// Cross-entropy of the score over the hardest seven tenths of faces and background, and half the squared distance of the
/// offsets over faces and parts (Zhang et al. 2016, section II-B).
/// </summary>
internal static class MtcnnLoss
{
    private const double HardShare = 0.7;
    private const float OffsetWeight = 0.5f;

    /// <summary>The loss over a batch and its gradient.</summary>
    /// <param name="outputs"><c>[N, 1, 1, 5]</c>.</param>
    /// <param name="samples">What the N windows show.</param>
    /// <param name="mirrored">Which of them were shown mirrored.</param>
    /// <param name="gradient">Receives the gradient, <c>[N, 1, 1, 5]</c>.</param>
    public static double Run(Tensor outputs, ReadOnlySpan<MtcnnSample> samples, ReadOnlySpan<bool> mirrored, Tensor gradient)
    {
        gradient.Resize(outputs.Shape);
        gradient.Clear();
        const int channels = MtcnnNetworks.OutputChannels;
        var costs = new (float Cost, int Row)[samples.Length];
        var (judged, framed) = (0, 0);
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i].Kind != MtcnnKind.Background) framed++;
            if (samples[i].Kind == MtcnnKind.Part) continue;
            var wrong = samples[i].Kind == MtcnnKind.Face ? -outputs.Span[i * channels] : outputs.Span[i * channels];
            costs[judged++] = (Softplus(wrong), i);
        }

        var hard = costs.AsSpan(0, judged);
        hard.Sort((a, b) => a.Cost != b.Cost ? b.Cost.CompareTo(a.Cost) : a.Row.CompareTo(b.Row));
        hard = hard[..(int)Math.Ceiling(HardShare * judged)];
        double loss = 0;
        foreach (var (cost, row) in hard)
        {
            loss += cost / hard.Length;
            var p = 1 / (1 + MathF.Exp(-outputs.Span[row * channels]));
            gradient.Span[row * channels] = (p - (samples[row].Kind == MtcnnKind.Face ? 1 : 0)) / hard.Length;
        }

        Span<float> target = stackalloc float[channels - 1];
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i].Kind == MtcnnKind.Background) continue;
            Target(samples[i].Offsets, mirrored[i], target);
            for (var c = 0; c < target.Length; c++)
            {
                var at = (i * channels) + 1 + c;
                var error = outputs.Span[at] - target[c];
                loss += OffsetWeight * error * error / 2 / framed;
                gradient.Span[at] = OffsetWeight * error / framed;
            }
        }

        return loss;
    }

    // In the mirror the right edge is the left one.
    private static void Target(ReadOnlySpan<float> offsets, bool isMirrored, Span<float> target)
    {
        offsets.CopyTo(target);
        if (isMirrored) (target[0], target[2]) = (-offsets[2], -offsets[0]);
    }

    private static float Softplus(float x) => x > 0 ? x + MathF.Log(1 + MathF.Exp(-x)) : MathF.Log(1 + MathF.Exp(x));
}
