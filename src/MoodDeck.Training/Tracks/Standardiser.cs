namespace MoodDeck.Training.Tracks;

/// <summary>Brings each number of a row to mean 0 and standard deviation 1 over the rows it was made from, within ±<see cref="Limit"/>.</summary>
public sealed class Standardiser
{
    /// <summary>Beyond so many standard deviations a number says no more.</summary>
    public const float Limit = 4;

    private Standardiser(float[] mean, float[] scale) => (Mean, Scale) = (mean, scale);

    /// <summary>The mean of each number.</summary>
    public float[] Mean { get; }

    /// <summary>The standard deviation of each number; 1 where it never changes.</summary>
    public float[] Scale { get; }

    /// <summary>Measures rows.</summary>
    public static Standardiser Of(IReadOnlyList<float[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (mean, scale) = (new float[rows[0].Length], new float[rows[0].Length]);
        for (var k = 0; k < mean.Length; k++)
        {
            var average = rows.Average(r => (double)r[k]);
            var spread = Math.Sqrt(rows.Average(r => (r[k] - average) * (r[k] - average)));
            (mean[k], scale[k]) = ((float)average, spread > 1e-6 ? (float)spread : 1);
        }

        return new(mean, scale);
    }

    /// <summary>The row in those units.</summary>
    public float[] Apply(IReadOnlyList<float> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var standard = new float[Mean.Length];
        for (var k = 0; k < standard.Length; k++) standard[k] = Math.Clamp((row[k] - Mean[k]) / Scale[k], -Limit, Limit);
        return standard;
    }
}
