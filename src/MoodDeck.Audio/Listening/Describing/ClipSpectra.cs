using System.Numerics.Tensors;
using MoodDeck.Audio.Decoding;

namespace MoodDeck.Audio.Listening.Describing;

/// <summary>
/// What the descriptors of a clip are made of, from two passes: short frames (93 ms, 43 a second) for loudness, timbre and
/// rhythm, long ones (372 ms, 10.8 a second) for pitch.
/// </summary>
internal sealed class ClipSpectra
{
    public const int FrameLength = 2048;
    public const int Hop = 512;
    public const int MelBands = 64;
    public const int LongLength = 8192;
    public const int LongHop = 2048;

    // The fifth of a band's bins that counts as its peaks, or as its valleys (Jiang et al. 2002).
    private const double ContrastShare = 0.2;
    private static readonly double[] s_contrastEdges = [100, 200, 400, 800, 1600, 3200, 6400];

    private readonly List<float>[] _contrast = [.. s_contrastEdges.Skip(1).Select(_ => new List<float>())];
    private readonly List<float> _levels = [], _centroids = [], _centroidHertz = [], _spreads = [], _rolloffs = [], _flatness = [], _roughness = [];

    private ClipSpectra(AudioClip clip) => Clip = clip;

    public AudioClip Clip { get; }

    /// <summary>Short frames a second.</summary>
    public double FramesPerSecond => (double)Clip.SampleRateHertz / Hop;

    /// <summary>Long frames a second.</summary>
    public double LongFramesPerSecond => (double)Clip.SampleRateHertz / LongHop;

    /// <summary>Short frames one after the other, <see cref="MelBands"/> each: log10 of the power in each band, not below -7.</summary>
    public float[] LogMel { get; private set; } = [];

    /// <summary>Long frames one after the other, <see cref="SemitoneFrames.Keys"/> each.</summary>
    public SemitoneFrames Semitones { get; private set; } = null!;

    public OnsetEnvelope Onsets { get; private set; } = null!;

    public int FrameCount => _levels.Count;

    /// <summary>Root mean square of each short frame in decibels, not below -100.</summary>
    public ReadOnlySpan<float> Levels => Span(_levels);

    /// <summary>Centre of mass of each short frame's power, in octaves above 100 Hz.</summary>
    public ReadOnlySpan<float> Centroids => Span(_centroids);

    /// <summary>Centre of mass of each short frame's power in hertz, which high partials draw up more than they do on a scale of octaves.</summary>
    public ReadOnlySpan<float> CentroidHertz => Span(_centroidHertz);

    /// <summary>Standard deviation around <see cref="Centroids"/>, in octaves.</summary>
    public ReadOnlySpan<float> Spreads => Span(_spreads);

    /// <summary>Where 85 % of the power lies below, in octaves above 100 Hz.</summary>
    public ReadOnlySpan<float> Rolloffs => Span(_rolloffs);

    /// <summary>Log of geometric over arithmetic mean of the power: 0 for noise, far below for tones.</summary>
    public ReadOnlySpan<float> Flatness => Span(_flatness);

    /// <summary>Decibels between peaks and valleys of six octaves.</summary>
    public IReadOnlyList<List<float>> Contrast => _contrast;

    /// <summary>Sensory dissonance of each long frame, 0 to about 1.</summary>
    public ReadOnlySpan<float> Roughness => Span(_roughness);

    public static ClipSpectra Of(AudioClip clip, CancellationToken cancellationToken)
    {
        ClipSpectra spectra = new(clip);
        spectra.WalkShort(cancellationToken);
        spectra.WalkLong(cancellationToken);
        return spectra;
    }

    private void WalkShort(CancellationToken cancellationToken)
    {
        RealFft fft = new(FrameLength);
        var hertzPerBin = (double)Clip.SampleRateHertz / FrameLength;
        MelBank mel = new(MelBands, fft.BinCount, hertzPerBin);
        Onsets = new OnsetEnvelope(fft.BinCount, hertzPerBin);
        LogMel = new float[FrameWalk.Count(Clip.Samples.Length, FrameLength, Hop) * MelBands];
        var edges = s_contrastEdges.Select(h => (int)(h / hertzPerBin)).ToArray();
        var octaves = Enumerable.Range(0, fft.BinCount).Select(k => (float)Math.Log2(Math.Max(k, 0.5) * hertzPerBin / 100)).ToArray();
        var hertz = Enumerable.Range(0, fft.BinCount).Select(k => (float)(k * hertzPerBin)).ToArray();
        var sorted = new float[fft.BinCount];
        var frame = 0;
        FrameWalk.ForEach(Clip.Samples, fft, Hop, (samples, power) =>
        {
            _levels.Add((float)(10 * Math.Log10((TensorPrimitives.SumOfSquares(samples) / samples.Length) + 1e-10)));
            AddShape(power, octaves);
            _centroidHertz.Add(TensorPrimitives.Dot(power[1..], hertz.AsSpan(1)) / (TensorPrimitives.Sum(power[1..]) + 1e-12f));
            AddContrast(power, edges, sorted);
            Onsets.Add(power);
            var bands = LogMel.AsSpan(frame++ * MelBands, MelBands);
            mel.Sum(power, bands);
            foreach (ref var band in bands) band = MathF.Log10(band + 1e-7f);
        }, cancellationToken);
    }

    private void WalkLong(CancellationToken cancellationToken)
    {
        RealFft fft = new(LongLength);
        SpectralPeaks peaks = new((double)Clip.SampleRateHertz / LongLength);
        Semitones = new SemitoneFrames(FrameWalk.Count(Clip.Samples.Length, LongLength, LongHop));
        FrameWalk.ForEach(Clip.Samples, fft, LongHop, (_, power) =>
        {
            peaks.Find(power);
            Semitones.Add(peaks);
            _roughness.Add((float)Dissonance.Of(peaks));
        }, cancellationToken);
    }

    private void AddShape(ReadOnlySpan<float> power, ReadOnlySpan<float> octaves)
    {
        var bins = power[1..];
        var total = TensorPrimitives.Sum(bins) + 1e-12f;
        var centre = TensorPrimitives.Dot(bins, octaves[1..]) / total;
        float around = 0, below = 0, limit = 0.85f * total;
        var rolloff = 1;
        for (var k = 0; k < bins.Length; k++)
        {
            var away = octaves[k + 1] - centre;
            around += bins[k] * away * away;
            if (below < limit) rolloff = k + 1;
            below += bins[k];
        }

        _centroids.Add(centre);
        _spreads.Add(MathF.Sqrt(around / total));
        _rolloffs.Add(octaves[rolloff]);
    }

    private void AddContrast(ReadOnlySpan<float> power, int[] edges, float[] sorted)
    {
        double logs = 0, sum = 0;
        for (var band = 0; band + 1 < edges.Length; band++)
        {
            var bins = sorted.AsSpan(0, edges[band + 1] - edges[band]);
            power.Slice(edges[band], bins.Length).CopyTo(bins);
            foreach (var bin in bins) logs += MathF.Log(bin + 1e-12f);
            sum += TensorPrimitives.Sum<float>(bins);
            bins.Sort();
            var few = Math.Max(1, (int)Math.Round(ContrastShare * bins.Length));
            var (valley, peak) = (TensorPrimitives.Sum<float>(bins[..few]) / few, TensorPrimitives.Sum<float>(bins[^few..]) / few);
            _contrast[band].Add(10 * MathF.Log10((peak + 1e-10f) / (valley + 1e-10f)));
        }

        var count = edges[^1] - edges[0];
        _flatness.Add((float)((logs / count) - Math.Log((sum / count) + 1e-12)));
    }

    private static ReadOnlySpan<float> Span(List<float> list) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);
}
