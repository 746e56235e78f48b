using MoodDeck.Vision.Reading;

namespace MoodDeck.Cli.Bench.Frames;

/// <summary>How long each of many frames took. Adding allocates nothing, so that a long run's memory is the reader's alone.</summary>
internal sealed class FrameTimes
{
    private readonly double[] _decode;
    private readonly double[] _detect;
    private readonly double[] _classify;
    private readonly double[] _all;

    /// <summary>Room for so many frames.</summary>
    public FrameTimes(int capacity)
    {
        double[] Room()
        {
            var room = new double[capacity];
            // Written now, since memory that was never written does not count as resident and would look like growth later.
            Array.Fill(room, double.NaN);
            return room;
        }

        (_decode, _detect, _classify, _all) = (Room(), Room(), Room(), Room());
    }

    /// <summary>How many there is room for.</summary>
    public int Capacity => _all.Length;

    /// <summary>How many were added.</summary>
    public int Count { get; private set; }

    /// <summary>Half of the frames took at most this long, in milliseconds.</summary>
    public double MedianMs => Quantile(_all, 0.5);

    /// <summary>Of a hundred frames 95 took at most this long, in milliseconds.</summary>
    public double P95Ms => Quantile(_all, 0.95);

    /// <summary>The median of each stage.</summary>
    public StageTimes MedianStages => new(Quantile(_decode, 0.5), Quantile(_detect, 0.5), Quantile(_classify, 0.5));

    /// <summary>Adds a frame.</summary>
    public void Add(StageTimes stages, double totalMs)
    {
        (_decode[Count], _detect[Count], _classify[Count], _all[Count]) = (stages.DecodeMs, stages.DetectMs, stages.ClassifyMs, totalMs);
        Count++;
    }

    // The nearest rank: a time that was measured, none in between.
    private double Quantile(double[] times, double share)
    {
        var sorted = times.AsSpan(0, Count).ToArray();
        Array.Sort(sorted);
        return sorted[Math.Max(0, (int)Math.Ceiling(share * Count) - 1)];
    }
}
