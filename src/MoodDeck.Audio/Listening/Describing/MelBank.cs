namespace MoodDeck.Audio.Listening.Describing;

/// <summary>
/// Sums a power spectrum into bands that are evenly spaced in mel (O'Shaughnessy 1987: 2595 log10(1 + f / 700)), each a
/// triangle that ends at its neighbours' middles.
/// </summary>
internal sealed class MelBank
{
    private readonly int[] _first;
    private readonly float[][] _weights;

    public MelBank(int bands, int binCount, double hertzPerBin, double lowestHertz = 40, double highestHertz = 10_500)
    {
        (_first, _weights) = (new int[bands], new float[bands][]);
        var (low, high) = (Mel(lowestHertz), Mel(highestHertz));
        double Edge(int i) => Hertz(low + ((high - low) * i / (bands + 1))) / hertzPerBin;
        for (var b = 0; b < bands; b++)
        {
            var (left, middle, right) = (Edge(b), Edge(b + 1), Edge(b + 2));
            _first[b] = Math.Max(1, (int)Math.Ceiling(left));
            var last = Math.Min(binCount - 1, (int)Math.Floor(right));
            // A band narrower than a bin takes the nearest one.
            if (last < _first[b]) (_first[b], last) = ((int)Math.Round(middle), (int)Math.Round(middle));
            _weights[b] = [.. Enumerable.Range(_first[b], last - _first[b] + 1).Select(k => Weight(k, left, middle, right))];
            if (_weights[b].All(w => w == 0)) _weights[b][0] = 1;
        }
    }

    public int Bands => _first.Length;

    /// <summary>The power in each band.</summary>
    public void Sum(ReadOnlySpan<float> power, Span<float> bands)
    {
        for (var b = 0; b < _first.Length; b++)
        {
            var weights = _weights[b];
            var from = power.Slice(_first[b], weights.Length);
            bands[b] = System.Numerics.Tensors.TensorPrimitives.Dot(from, weights);
        }
    }

    private static float Weight(int bin, double left, double middle, double right) =>
        (float)Math.Max(0, bin < middle ? (bin - left) / (middle - left) : (right - bin) / (right - middle));

    private static double Mel(double hertz) => 2595 * Math.Log10(1 + (hertz / 700));

    private static double Hertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
}
