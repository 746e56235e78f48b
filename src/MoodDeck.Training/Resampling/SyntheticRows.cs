namespace MoodDeck.Training.Resampling;

/// <summary>Rows that <see cref="Smote"/> made, each on the way from one real row to another of its class.</summary>
/// <param name="Labels">The class of each.</param>
/// <param name="From">The row each starts from.</param>
/// <param name="To">The neighbour it leans to; the row itself where a class has no other.</param>
/// <param name="Shares">How far it has gone, 0 to below 1.</param>
public sealed record SyntheticRows(int[] Labels, int[] From, int[] To, float[] Shares)
{
    /// <summary>How many there are.</summary>
    public int Count => Labels.Length;

    /// <summary>
    /// Whatever belongs to the real rows, mixed as the rows themselves: <c>x + share (neighbour - x)</c>. It serves vectors,
    /// soft targets and pixels alike.
    /// </summary>
    /// <param name="values">Numbers of the real rows, <c>[n, columns]</c>.</param>
    /// <param name="columns">Numbers of a row.</param>
    /// <returns><c>[Count, columns]</c>.</returns>
    public float[] Mix(ReadOnlySpan<float> values, int columns)
    {
        var mixed = new float[Count * columns];
        for (var i = 0; i < Count; i++)
        {
            var from = values.Slice(From[i] * columns, columns);
            var to = values.Slice(To[i] * columns, columns);
            var into = mixed.AsSpan(i * columns, columns);
            for (var k = 0; k < columns; k++) into[k] = from[k] + (Shares[i] * (to[k] - from[k]));
        }

        return mixed;
    }
}
