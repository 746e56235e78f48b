using System.Numerics.Tensors;

namespace MoodDeck.Audio.Listening.Describing;

/// <summary>
/// How strongly each of the piano's 88 keys sounds in each long frame. Square roots of amplitudes, so that one loud note does
/// not drown the chord; what a lower key's harmonics explain is taken away.
/// </summary>
internal sealed class SemitoneFrames(int frames)
{
    public const int Keys = 88;
    private const int LowestMidi = 21;
    // Partials 2 to 6 lie so many keys above their fundamental; a part of its strength is theirs.
    private static readonly (int Above, float Share)[] s_harmonics = [(12, 0.6f), (19, 0.5f), (24, 0.4f), (28, 0.35f), (31, 0.3f)];
    private readonly float[] _strength = new float[frames * Keys];

    public int Count { get; private set; }

    /// <summary>One frame, from A0 to C8.</summary>
    public ReadOnlySpan<float> this[int frame] => _strength.AsSpan(frame * Keys, Keys);

    public void Add(SpectralPeaks peaks)
    {
        if (Count == frames) return;
        var keys = _strength.AsSpan(Count++ * Keys, Keys);
        foreach (var (hertz, amplitude) in peaks.All)
        {
            var key = (int)Math.Round(69 + (12 * Math.Log2(hertz / 440))) - LowestMidi;
            if (key is >= 0 and < Keys) keys[key] = Math.Max(keys[key], MathF.Sqrt(amplitude));
        }

        for (var key = 0; key < Keys; key++)
        {
            if (keys[key] <= 0) continue;
            foreach (var (above, share) in s_harmonics)
                if (key + above < Keys) keys[key + above] = Math.Max(0, keys[key + above] - (share * keys[key]));
        }
    }

    /// <summary>The means of so many frames at once, without those that are silent beside the loudest frame.</summary>
    public IEnumerable<float[]> Sounding(int framesAtOnce)
    {
        var least = 0.05f * Loudest();
        for (var from = 0; from + framesAtOnce <= Count; from += framesAtOnce)
        {
            var keys = new float[Keys];
            for (var i = 0; i < framesAtOnce; i++) TensorPrimitives.Add(keys, this[from + i], keys);
            TensorPrimitives.Divide(keys, framesAtOnce, keys);
            if (TensorPrimitives.Max<float>(keys) is var strongest && strongest > least && strongest > 0) yield return keys;
        }
    }

    /// <summary>The strongest key of all frames.</summary>
    public float Loudest() => Count > 0 ? TensorPrimitives.Max<float>(_strength.AsSpan(0, Count * Keys)) : 0;

    /// <summary>Sums frames from one to another into pitch classes from C.</summary>
    public void Fold(int from, int to, Span<float> chroma)
    {
        chroma.Clear();
        for (var frame = from; frame < to; frame++)
        {
            var keys = this[frame];
            for (var key = 0; key < Keys; key++) chroma[(key + LowestMidi) % 12] += keys[key];
        }
    }
}
