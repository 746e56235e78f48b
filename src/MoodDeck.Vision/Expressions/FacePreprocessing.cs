namespace MoodDeck.Vision.Expressions;

/// <summary>What is done to the grey values of a face between resampling and normalising, in training and serving alike.</summary>
public enum FacePreprocessing
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Global histogram equalisation, see <see cref="HistogramEqualisation"/>.</summary>
    Equalise,

    /// <summary>Contrast-limited adaptive histogram equalisation, see <see cref="AdaptiveEqualisation"/>.</summary>
    Clahe,
}

/// <summary>Names of <see cref="FacePreprocessing"/> as a model's metadata <c>mooddeck.preprocess</c> has them, and the work itself.</summary>
public static class FacePreprocessings
{
    /// <summary>The names in the order of the values: <c>none</c>, <c>equalise</c>, <c>clahe</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["none", "equalise", "clahe"];

    /// <summary>The name of a preprocessing.</summary>
    public static string NameOf(FacePreprocessing preprocessing) => Names[(int)preprocessing];

    /// <summary>The preprocessing of a name, ignoring case; null when there is none of this name.</summary>
    public static FacePreprocessing? Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (var i = 0; i < Names.Count; i++) if (Names[i].Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) return (FacePreprocessing)i;
        return null;
    }

    /// <summary>Changes a picture in place. Allocates nothing and keeps nothing; the same picture always gives the same.</summary>
    /// <param name="preprocessing">What to do.</param>
    /// <param name="plane">Grey values 0..255, row by row; what lies outside counts as the nearest of them.</param>
    /// <param name="width">Pixels in a row, at least 4.</param>
    /// <param name="height">Rows, at least 4.</param>
    /// <exception cref="ArgumentException">The plane is not <paramref name="width"/> x <paramref name="height"/>, or too small.</exception>
    public static void Apply(this FacePreprocessing preprocessing, Span<float> plane, int width, int height)
    {
        if (width < AdaptiveEqualisation.Tiles || height < AdaptiveEqualisation.Tiles || plane.Length != width * height)
            throw new ArgumentException($"Expected {width} x {height} pixels, at least 4 x 4, got {plane.Length}.", nameof(plane));
        switch (preprocessing)
        {
            case FacePreprocessing.Equalise:
                HistogramEqualisation.Apply(plane);
                break;
            case FacePreprocessing.Clahe:
                AdaptiveEqualisation.Apply(plane, width, height);
                break;
            case FacePreprocessing.None:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(preprocessing), preprocessing, "There is no such preprocessing.");
        }
    }
}
