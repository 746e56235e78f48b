namespace MoodDeck.Audio.Loudness;

/// <summary>
/// Loudness of two channels as they come, by ITU-R BS.1770-4 and EBU R 128: integrated with both gates, range, and over time. Takes
/// 160 bytes a second of sound. For one thread.
/// </summary>
/// <param name="sampleRateHertz">At least <see cref="MinSampleRateHertz"/>.</param>
public sealed class LoudnessMeter(int sampleRateHertz)
{
    /// <summary>What silence measures.</summary>
    public const double Silence = -120;

    /// <summary>The least samples a second with which the weighting can be made.</summary>
    public const int MinSampleRateHertz = 8000;

    /// <summary>Nothing softer counts, and the curve goes no lower.</summary>
    public const double AbsoluteGate = -70;

    private const double IntegratedGate = -10, RangeGate = -20;
    // In tenths of a second: a block of the integrated loudness (momentary), and one of the range (short-term).
    private const int Momentary = 4, ShortTerm = 30;

    private readonly KWeighting _left = new(sampleRateHertz), _right = new(sampleRateHertz);

    /// <summary>
    /// Loudness of two channels in LUFS; <see cref="Silence"/> when nothing passes the gates. A stretch shorter
    /// than a block of 0.4 s counts as silence.
    /// </summary>
    public static double Measure(ReadOnlySpan<float> leftChannel, ReadOnlySpan<float> rightChannel, int sampleRateHertz)
    {
        LoudnessMeter meter = new(sampleRateHertz);
        meter.Add(leftChannel, rightChannel);
        return meter.IntegratedLufs();
    }

    /// <summary>Takes the next samples of both channels, as many of either.</summary>
    public void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        _left.Add(left);
        _right.Add(right);
    }

    /// <summary>Of everything so far, in LUFS; <see cref="Silence"/> when nothing passes the gates.</summary>
    public double IntegratedLufs()
    {
        var loud = Gated(Momentary, IntegratedGate);
        return loud.Length > 0 ? Lufs(loud.Average()) : Silence;
    }

    /// <summary>
    /// Loudness range in LU (EBU Tech 3342): from what a tenth of the short-term values lie below to what 95 % do; null when nothing
    /// passes the gates or there are less than 3 s.
    /// </summary>
    public double? RangeLu()
    {
        var loud = Gated(ShortTerm, RangeGate);
        if (loud.Length == 0) return null;
        Array.Sort(loud);
        double At(double share) => Lufs(loud[(int)Math.Round(share * (loud.Length - 1))]);
        return At(0.95) - At(0.1);
    }

    /// <summary>
    /// Loudness over time in LUFS, not below <see cref="AbsoluteGate"/>, in as many equal steps as fit into <paramref name="most"/>, none
    /// shorter than half a second.
    /// </summary>
    public (double StepSeconds, float[] Lufs) Curve(int most)
    {
        var powers = Powers();
        var tenths = Math.Max(5, (powers.Length + most - 1) / most);
        var steps = powers.Chunk(tenths).Select(step => (float)Math.Max(AbsoluteGate, Lufs(step.Average())));
        return (tenths / 10.0, [.. steps]);
    }

    private static double Lufs(double power) => -0.691 + (10 * Math.Log10(power + 1e-15));

    private double[] Powers() => [.. _left.Powers.Zip(_right.Powers, (left, right) => left + right)];

    // The mean power of blocks of so many tenths, one every tenth, that pass the absolute gate and then the one relative to their mean.
    private double[] Gated(int tenths, double relativeGate)
    {
        var powers = Powers();
        List<double> blocks = [];
        for (var i = 0; i + tenths <= powers.Length; i++)
        {
            var mean = System.Numerics.Tensors.TensorPrimitives.Sum<double>(powers.AsSpan(i, tenths)) / tenths;
            if (Lufs(mean) > AbsoluteGate) blocks.Add(mean);
        }

        if (blocks.Count == 0) return [];
        var gate = Lufs(blocks.Average()) + relativeGate;
        return [.. blocks.Where(b => Lufs(b) > gate)];
    }
}
