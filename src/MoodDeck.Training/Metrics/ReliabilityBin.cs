namespace MoodDeck.Training.Metrics;

/// <summary>The rows whose top probability lies in one bin.</summary>
/// <param name="Low">Where the bin begins, itself left out but for 0.</param>
/// <param name="High">Where it ends, itself in.</param>
/// <param name="Count">Rows in it.</param>
/// <param name="MeanConfidence">Their mean top probability; 0 when there are none.</param>
/// <param name="Right">How many of them were answered rightly.</param>
public readonly record struct ReliabilityBin(double Low, double High, int Count, double MeanConfidence, int Right)
{
    /// <summary>Share answered rightly; 0 when the bin is empty.</summary>
    public double ShareRight => Count == 0 ? 0 : (double)Right / Count;

    /// <summary>The interval of 95 % around that share (Wilson 1927).</summary>
    public (double Low, double High) Interval => ClassificationMetrics.Wilson(Right, Count);
}
