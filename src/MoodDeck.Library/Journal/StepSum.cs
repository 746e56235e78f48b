namespace MoodDeck.Library.Journal;

/// <summary>Sums up the readings of one step.</summary>
internal sealed class StepSum
{
    private readonly int[] _bySource = new int[MoodSources.Names.Count];
    private Axis _valence, _arousal;
    private double _elapsedMs;
    private long _firstMs;
    private int _count;

    public void Add(MoodTimeline.Point point)
    {
        if (_count++ == 0) _firstMs = point.AtMs;
        _elapsedMs += point.AtMs - _firstMs;
        _bySource[(int)point.Source]++;
        _valence.Add(point.Valence, point.SigmaValence);
        _arousal.Add(point.Arousal, point.SigmaArousal);
    }

    public MoodStep Mean() => new(
        DateTimeOffset.FromUnixTimeMilliseconds(_firstMs + (long)(_elapsedMs / _count)), _valence.Sum / _count, _arousal.Sum / _count,
        _valence.Sigma(_count), _arousal.Sigma(_count), (MoodSource)Array.LastIndexOf(_bySource, _bySource.Max()), _count);

    private struct Axis
    {
        private double _squares, _variances;

        public double Sum { get; private set; }

        public void Add(double value, double sigma)
        {
            Sum += value;
            _squares += value * value;
            _variances += sigma * sigma;
        }

        // The variance of a mixture: the mean of the variances and the variance of the means. Readings of one face share
        // their error, so that many of them make none of it go away.
        public readonly double Sigma(int count) => Math.Sqrt((_variances / count) + Math.Max(0, (_squares / count) - (Sum / count * (Sum / count))));
    }
}
