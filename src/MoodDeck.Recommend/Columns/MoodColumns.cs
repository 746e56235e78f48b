using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Columns;

/// <summary>
/// Moods in 12 bytes: mean valence, arousal and dominance, then their standard deviations, each a 16-bit number. The arrays are as
/// long as whole <see cref="Blocks"/> are, so that a block can be read past the last row.
/// </summary>
internal sealed class MoodColumns
{
    /// <summary>How many numbers a mood has.</summary>
    public const int Axes = 6;

    /// <summary>What one step is worth; the ends and halves of an axis are whole steps. A deviation of 2, the length of an axis, is the most.</summary>
    public const float Step = 1f / 16384;

    private readonly short[][] _columns;

    /// <summary>Takes columns over.</summary>
    public MoodColumns(short[][] columns) => _columns = columns;

    /// <summary>The numbers of one axis.</summary>
    public short[] this[int axis] => _columns[axis];

    /// <summary>The columns of this many rows, all 0.</summary>
    public static short[][] Zero(int rows) => [.. Enumerable.Range(0, Axes).Select(_ => new short[Blocks.CountOf(rows) * Blocks.Size])];

    /// <summary>Writes one row.</summary>
    public static void Set(short[][] columns, int row, TrackMood mood)
    {
        columns[0][row] = Mean(mood.Mean.Valence);
        columns[1][row] = Mean(mood.Mean.Arousal);
        columns[2][row] = Mean(mood.Mean.Dominance);
        columns[3][row] = Sigma(mood.Sigma.Valence);
        columns[4][row] = Sigma(mood.Sigma.Arousal);
        columns[5][row] = Sigma(mood.Sigma.Dominance);
    }

    /// <summary>Reads one row.</summary>
    public TrackMood At(int row) => new(
        new(_columns[0][row] * (double)Step, _columns[1][row] * (double)Step, _columns[2][row] * (double)Step),
        new(_columns[3][row] * (double)Step, _columns[4][row] * (double)Step, _columns[5][row] * (double)Step));

    private static short Mean(double x) => (short)Math.Round(Math.Clamp(x, -1, 1) / Step);

    private static short Sigma(double x) => (short)Math.Min(Math.Round(Math.Clamp(x, 0, 2) / Step), short.MaxValue);
}
