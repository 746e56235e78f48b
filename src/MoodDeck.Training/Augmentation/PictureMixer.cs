using System.Numerics.Tensors;

namespace MoodDeck.Training.Augmentation;

/// <summary>The targets of one head for a batch, to be mixed along with its pictures.</summary>
/// <param name="Targets">What each picture should give, <c>[N, columns]</c>; without meaning where the weight is 0.</param>
/// <param name="Weights">
/// How much it counts, <c>[N]</c>, or <c>[N, groups]</c> where each weight stands for an equal part of a row's columns.
/// </param>
public readonly record struct HeadTargets(Memory<float> Targets, Memory<float> Weights);

/// <summary>
/// Mixes the pictures of a batch with one another, and their targets and weights with them. Partners, kind and share are
/// drawn from seed, epoch and step alone. It keeps buffers: one thread at a time.
/// </summary>
public sealed class PictureMixer
{
    private readonly PictureMixingOptions _options;
    private readonly ulong _seed;
    private readonly Tensor _pictures = new();
    private int[] _partners = [];
    private float[] _targets = [];
    private float[] _weights = [];

    /// <summary>A mixer with checked options.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public PictureMixer(PictureMixingOptions options, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _seed) = (options, seed);
    }

    /// <summary>For each picture of the last mixed batch the number of the one it was mixed with, possibly itself.</summary>
    public IReadOnlyList<int> Partners => _partners;

    /// <summary>
    /// Mixes a batch in place, or leaves it alone, as drawn. With a picture's own share s, own weight w and partner's
    /// weight v, the weight becomes <c>W = s w + (1 - s) v</c> and the target <c>(s w t + (1 - s) v u) / W</c>: the
    /// cross-entropy against it is the mix of both cross-entropies, and one without a target takes nothing from the other.
    /// </summary>
    /// <param name="pictures">The batch, <c>[N, H, W, C]</c>.</param>
    /// <param name="heads">The targets of each head.</param>
    /// <param name="epoch">The pass over the data.</param>
    /// <param name="step">The step in it.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ArgumentException">A head's targets or weights are no whole number for each picture.</exception>
    public PictureMix Mix(Tensor pictures, ReadOnlySpan<HeadTargets> heads, int epoch, int step)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        var shape = pictures.Shape;
        foreach (var head in heads) Require(head, shape.N);
        var random = FastRandom.For(_seed, epoch, -2 - step); // -1 orders the epoch, 0 and up are rows
        var mix = PictureMix.Draw(_options, shape.W, shape.H, ref random);
        if (mix.Kind == PictureMixKind.None) return mix;
        DrawPartners(shape.N, ref random);
        pictures.Span.CopyTo(_pictures.Resize(shape).Span);
        for (var i = 0; i < shape.N; i++)
        {
            var own = pictures.Span.Slice(i * shape.ImageLength, shape.ImageLength);
            var other = _pictures.Span.Slice(_partners[i] * shape.ImageLength, shape.ImageLength);
            if (mix.Kind == PictureMixKind.Mixup) TensorPrimitives.Lerp(other, own, mix.Share, own);
            else Paste(other, own, shape.W * shape.C, shape.C, mix);
        }

        foreach (var head in heads) MixTargets(head.Targets.Span, head.Weights.Span, shape.N, mix.Share);
        return mix;
    }

    private static void Require(HeadTargets head, int rows)
    {
        var (targets, weights) = (head.Targets.Length, head.Weights.Length);
        if (weights == 0 || weights % rows != 0 || targets % weights != 0)
            throw new ArgumentException($"A head of {targets} targets and {weights} weights does not fit {rows} pictures.", nameof(head));
    }

    private void DrawPartners(int count, ref FastRandom random)
    {
        if (_partners.Length != count) _partners = new int[count];
        for (var i = 0; i < count; i++) _partners[i] = i;
        random.Shuffle(_partners.AsSpan());
    }

    private static void Paste(ReadOnlySpan<float> from, Span<float> to, int rowLength, int channels, PictureMix mix)
    {
        for (var y = mix.Y; y < mix.Y + mix.Height; y++)
        {
            var at = (y * rowLength) + (mix.X * channels);
            from.Slice(at, mix.Width * channels).CopyTo(to[at..]);
        }
    }

    private void MixTargets(Span<float> targets, Span<float> weights, int rows, float share)
    {
        if (_targets.Length < targets.Length) _targets = new float[targets.Length];
        if (_weights.Length < weights.Length) _weights = new float[weights.Length];
        targets.CopyTo(_targets);
        weights.CopyTo(_weights);
        var groups = weights.Length / rows;
        var columns = targets.Length / weights.Length;
        for (var i = 0; i < weights.Length; i++)
        {
            var partner = (_partners[i / groups] * groups) + (i % groups);
            var (own, other) = (share * _weights[i], (1 - share) * _weights[partner]);
            weights[i] = own + other;
            // What does not count may hold anything, even no number, and must not be multiplied by 0.
            if (other == 0) continue;
            var mixed = targets.Slice(i * columns, columns);
            var theirs = _targets.AsSpan(partner * columns, columns);
            if (own == 0) theirs.CopyTo(mixed);
            else TensorPrimitives.Lerp(theirs, mixed, own / weights[i], mixed);
        }
    }
}
