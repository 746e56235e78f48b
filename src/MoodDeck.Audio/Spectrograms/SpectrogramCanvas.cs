namespace MoodDeck.Audio.Spectrograms;

/// <summary>
/// Gathers the frames of a track whose length nobody knows yet into few columns: whenever there are too many, each two become
/// one. So memory stays the same for a song and for a day of sound.
/// </summary>
internal sealed class SpectrogramCanvas(int width, int bands)
{
    // Where the colour begins below the loudest band: music's quiet overtones lie about 50 dB below it, a recording's own noise further.
    private const float RangeDb = 60;

    // What stays below this all the time (a full-scale sine has 0 dB) counts as silence, not as a very quiet track.
    private const float QuietestTopDb = -50;

    // The loudest single spot of a piece is often one bang; the white of the picture is what a few spots in a thousand reach.
    private const double TopShare = 0.998;

    private readonly float[] _sums = new float[2 * width * bands];
    private int _columns;
    private int _framesPerColumn = 1;
    private int _framesInLast;

    /// <summary>Adds the power in each band of the next frame.</summary>
    public void Add(ReadOnlySpan<float> power)
    {
        if (_framesInLast == 0 && _columns == 2 * width) Halve();
        if (_framesInLast == 0) _columns++;
        var column = _sums.AsSpan((_columns - 1) * bands, bands);
        for (var b = 0; b < bands; b++) column[b] += power[b];
        _framesInLast = (_framesInLast + 1) % _framesPerColumn;
    }

    /// <summary>The picture of all frames; null when there was none.</summary>
    public Spectrogram? Draw()
    {
        if (_columns == 0) return null;
        var levels = Levels();
        var sorted = levels.ToArray();
        Array.Sort(sorted);
        var top = Math.Max(sorted[(int)(TopShare * (sorted.Length - 1))], QuietestTopDb);
        var pixels = new byte[levels.Length];
        for (var x = 0; x < width; x++)
        {
            for (var b = 0; b < bands; b++)
            {
                var grey = (levels[(x * bands) + b] - top + RangeDb) / RangeDb;
                pixels[((bands - 1 - b) * width) + x] = (byte)Math.Clamp(MathF.Round(255 * grey), 0, 255);
            }
        }

        return new(width, bands, pixels);
    }

    /// <summary>Decibels <c>[width, bands]</c>: each column of the picture is the mean of the frames it covers.</summary>
    private float[] Levels()
    {
        var levels = new float[width * bands];
        var frames = ((_columns - 1) * (double)_framesPerColumn) + (_framesInLast == 0 ? _framesPerColumn : _framesInLast);
        var mean = new double[bands];
        for (var x = 0; x < width; x++)
        {
            // In columns gathered; the last of them may hold fewer frames than the others.
            var (from, to) = (x * frames / width / _framesPerColumn, (x + 1) * frames / width / _framesPerColumn);
            Array.Clear(mean);
            for (var c = (int)from; c < Math.Min(_columns, Math.Ceiling(to)); c++)
            {
                var held = c == _columns - 1 && _framesInLast > 0 ? _framesInLast : _framesPerColumn;
                var share = (Math.Min(to, c + 1) - Math.Max(from, c)) / (to - from) / held;
                for (var b = 0; b < bands; b++) mean[b] += share * _sums[(c * bands) + b];
            }

            for (var b = 0; b < bands; b++) levels[(x * bands) + b] = (float)(10 * Math.Log10(mean[b] + 1e-12));
        }

        return levels;
    }

    private void Halve()
    {
        for (var c = 0; c < width; c++)
        {
            ReadOnlySpan<float> left = _sums.AsSpan(2 * c * bands, bands), right = _sums.AsSpan(((2 * c) + 1) * bands, bands);
            System.Numerics.Tensors.TensorPrimitives.Add(left, right, _sums.AsSpan(c * bands, bands));
        }

        Array.Clear(_sums, width * bands, width * bands);
        (_columns, _framesPerColumn) = (width, 2 * _framesPerColumn);
    }
}
