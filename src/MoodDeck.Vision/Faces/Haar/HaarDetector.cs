using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Faces.Haar;

/// <summary>
/// Finds faces, or whatever else it was trained for, with an OpenCV cascade of Haar-like features. A cascade gives no
/// probability: the score is n / (n + m + 1) for n windows that agree, with m =
/// <see cref="HaarDetectorOptions.MinNeighbours"/>, so that 0.5 is where OpenCV begins to report.
/// </summary>
public sealed class HaarDetector : IFaceDetector
{
    private const double OpenCvThreshold = 0.5;

    // From this scale on the window is moved by one pixel of the smaller copy instead of two.
    private const double FineScale = 2;

    private readonly HaarCascade _cascade;
    private readonly HaarDetectorOptions _options;

    private HaarDetector(string name, HaarCascade cascade, HaarDetectorOptions options) => (Name, _cascade, _options) = (name, cascade, options);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public double Threshold => _options.Threshold ?? OpenCvThreshold;

    /// <summary>Opens a cascade in the XML of OpenCV 2.4 to 4.</summary>
    /// <exception cref="VisionModelException">The file is missing or no such cascade; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static HaarDetector Open(string path, HaarDetectorOptions? options = null)
    {
        options ??= new();
        options.Validate();
        return new(Path.GetFileNameWithoutExtension(path), HaarCascadeReader.Read(path), options);
    }

    /// <summary>The faces of a picture, surest first; <paramref name="search"/> changes nothing here.</summary>
    public IReadOnlyList<DetectedFace> Detect(GreyImage picture, FaceSearch search = FaceSearch.Quick)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var shrinking = Math.Max(1, Math.Max(picture.Width, picture.Height) / (double)_options.LargestSide);
        using var smaller = shrinking == 1 ? null : Copy(picture, shrinking);
        var agree = _options.MinNeighbours + 1;
        return [.. RectangleGroups.Group(Windows(smaller ?? picture), LeastOf(agree))
            .Select(g => new DetectedFace(Box(g.Mean, shrinking).ClipTo(picture.Width, picture.Height), g.Count / (double)(g.Count + agree)))
            .Where(f => f.Box.Area > 0 && f.Score >= Threshold)
            .OrderByDescending(f => f.Score)];
    }

    /// <inheritdoc/>
    public void Dispose() { }

    // With score n / (n + agree), the least n that reaches the threshold; OpenCV drops weaker groups before it compares groups.
    private int LeastOf(int agree) => Math.Max(1, (int)Math.Ceiling((Threshold * agree / (1 - Threshold)) - 1e-9));

    private List<Rectangle> Windows(GreyImage picture)
    {
        List<Rectangle> found = [];
        List<(int X, int Y)> hits = [];
        for (double scale = 1; ; scale *= _options.ScaleFactor)
        {
            var (width, height) = (Round(_cascade.Width * scale), Round(_cascade.Height * scale));
            if (width > picture.Width || height > picture.Height) return found;
            if (Math.Min(width, height) < _options.MinFacePixels) continue;
            using var copy = Copy(picture, scale);
            if (copy.Width < _cascade.Width || copy.Height < _cascade.Height) continue;
            hits.Clear();
            new HaarScan(_cascade, new IntegralImages(copy, _cascade.HasTilted)).Run(scale >= FineScale ? 1 : 2, hits);
            found.AddRange(hits.Select(h => new Rectangle(Round(h.X * scale), Round(h.Y * scale), width, height)));
        }
    }

    private static GreyImage Copy(GreyImage picture, double shrinking) =>
        BilinearShrinking.Run(picture, Math.Max(1, Round(picture.Width / shrinking)), Math.Max(1, Round(picture.Height / shrinking)));

    private static FaceBox Box(Rectangle r, double factor) => new FaceBox(r.X, r.Y, r.Width, r.Height).ScaledBy(factor);

    private static int Round(double value) => (int)Math.Round(value, MidpointRounding.ToEven);
}
