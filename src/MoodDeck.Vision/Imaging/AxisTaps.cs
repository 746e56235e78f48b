namespace MoodDeck.Vision.Imaging;

/// <summary>
/// For each target pixel along one axis: which source pixels make it, and with what weights (they sum to 1). Shrinking
/// averages over the area a target pixel covers, enlarging interpolates linearly; beyond the ends the end pixel goes on.
/// </summary>
internal readonly struct AxisTaps
{
    private readonly int[] _first;
    private readonly int[] _count;
    private readonly float[] _weights;
    private readonly int _stride;

    public AxisTaps(int sourceLength, double start, double length, int targetLength)
    {
        var scale = length / targetLength;
        _stride = scale >= 1 ? (int)Math.Min(Math.Ceiling(scale) + 1, sourceLength) : Math.Min(2, sourceLength);
        _first = new int[targetLength];
        _count = new int[targetLength];
        _weights = new float[targetLength * _stride];
        for (var i = 0; i < targetLength; i++)
        {
            if (scale >= 1) Average(i, sourceLength, start + (i * scale), scale);
            else Interpolate(i, sourceLength, start + ((i + 0.5) * scale) - 0.5);
        }
    }

    public int First(int target) => _first[target];

    public ReadOnlySpan<float> Weights(int target) => _weights.AsSpan(target * _stride, _count[target]);

    private void Average(int i, int sourceLength, double from, double scale)
    {
        var to = from + scale;
        // Everything outside counts as the end pixel it lies beyond.
        double inFrom = Math.Clamp(from, 0, sourceLength), inTo = Math.Clamp(to, 0, sourceLength);
        var first = (int)Math.Min(Math.Floor(inFrom), sourceLength - 1);
        var last = (int)Math.Clamp(Math.Ceiling(inTo) - 1, first, sourceLength - 1);
        _first[i] = first;
        _count[i] = last - first + 1;
        var w = _weights.AsSpan(i * _stride, _count[i]);
        for (var p = first; p <= last; p++)
            w[p - first] = (float)(Math.Max(0, Math.Min(inTo, p + 1) - Math.Max(inFrom, p)) / scale);
        if (from < 0) w[0] += (float)((Math.Min(to, 0) - from) / scale);
        if (to > sourceLength) w[^1] += (float)((to - Math.Max(from, sourceLength)) / scale);
    }

    private void Interpolate(int i, int sourceLength, double centre)
    {
        centre = Math.Clamp(centre, 0, sourceLength - 1);
        var first = (int)Math.Min(Math.Floor(centre), Math.Max(0, sourceLength - 2));
        var share = (float)(centre - first);
        _first[i] = first;
        _count[i] = _stride;
        _weights[i * _stride] = 1 - share;
        if (_stride > 1) _weights[(i * _stride) + 1] = share;
    }
}
