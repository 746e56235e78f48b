using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Faces.Mtcnn;

/// <summary>
/// Finds faces with a cascade of three small networks (Zhang et al. 2016, MTCNN): the first slides over smaller and smaller
/// copies, the second and third look again at what is left. Trained with MoodDeck on grey pictures and boxes alone, without the
/// landmarks of the original.
/// </summary>
public sealed class MtcnnDetector : IFaceDetector
{
    /// <summary>The networks' files, in their order.</summary>
    public static IReadOnlyList<string> FileNames { get; } = ["pnet.onnx", "rnet.onnx", "onet.onnx"];

    /// <summary>The sides of their windows in pixels.</summary>
    public static IReadOnlyList<int> Sides { get; } = [12, 24, 48];

    // Overlap (intersection over union) beyond which two windows are one: within a copy, between copies and networks, at the end.
    private const double WithinCopy = 0.5;
    private const double Between = 0.7;
    private const double AtTheEnd = 0.4;

    private readonly MtcnnNetwork[] _networks;
    private readonly MtcnnOptions _options;

    private MtcnnDetector(MtcnnNetwork[] networks, MtcnnOptions options) => (_networks, _options) = (networks, options);

    /// <inheritdoc/>
    public string Name => FaceDetectors.Mtcnn;

    /// <inheritdoc/>
    public double Threshold => _networks[^1].Threshold;

    /// <summary>Opens the networks in a folder.</summary>
    /// <param name="folder">A folder with <see cref="FileNames"/>.</param>
    /// <param name="options">How it looks.</param>
    /// <param name="stages">How many of the networks to use, 1 to 3: fewer are how the later ones get their training windows.</param>
    /// <exception cref="VisionModelException">A file is missing or cannot be used; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static MtcnnDetector Open(string folder, MtcnnOptions? options = null, int stages = 3)
    {
        options ??= new();
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfNotEqual(stages is >= 1 and <= 3, true, nameof(stages));
        List<MtcnnNetwork> networks = [];
        try
        {
            for (var i = 0; i < stages; i++)
                networks.Add(MtcnnNetwork.Open(Path.Combine(folder, FileNames[i]), Sides[i], i == stages - 1 ? options.Threshold : null, options.Threads));
            return new([.. networks], options);
        }
        catch
        {
            networks.ForEach(n => n.Dispose());
            throw;
        }
    }

    /// <summary>The faces of a picture, surest first; <paramref name="search"/> changes nothing here.</summary>
    public IReadOnlyList<DetectedFace> Detect(GreyImage picture, FaceSearch search = FaceSearch.Quick)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var shrinking = Math.Max(1, Math.Max(picture.Width, picture.Height) / (double)_options.LargestSide);
        using var smaller = shrinking == 1 ? null : Copy(picture, 1 / shrinking);
        var looked = smaller ?? picture;
        var candidates = Slide(looked);
        foreach (var network in _networks.Skip(1))
        {
            List<MtcnnCandidate> next = [];
            network.Judge(looked, [.. candidates.Select(c => MtcnnWindow.Square(c.Face))], next);
            candidates = Suppress(next, Between);
        }

        return [.. NonMaximumSuppression.Apply([.. candidates.Select(c => new DetectedFace(c.Face, c.Score))], AtTheEnd, average: false)
            .Select(f => f with { Box = f.Box.ScaledBy(shrinking).ClipTo(picture.Width, picture.Height) })
            .Where(f => f.Box.Area > 0)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var network in _networks) network.Dispose();
    }

    private List<MtcnnCandidate> Slide(GreyImage picture)
    {
        List<MtcnnCandidate> all = [];
        List<MtcnnCandidate> found = [];
        var least = Sides[0];
        for (var scale = least / _options.MinFacePixels; Math.Min(picture.Width, picture.Height) * scale >= least; scale *= _options.ScaleFactor)
        {
            using var copy = Copy(picture, scale);
            if (copy.Width < least || copy.Height < least) break;
            found.Clear();
            _networks[0].Slide(copy, found);
            all.AddRange(Suppress(found, WithinCopy).Select(c => c.ScaledBy((double)picture.Width / copy.Width)));
        }

        return Suppress(all, Between);
    }

    // Windows are compared, not the faces they lead to: two windows on one face should not both go on.
    private List<MtcnnCandidate> Suppress(List<MtcnnCandidate> candidates, double overlap)
    {
        var ordered = candidates.OrderByDescending(c => c.Score).Take(5 * _options.MostWindows).ToArray();
        List<MtcnnCandidate> kept = [];
        foreach (var candidate in ordered)
        {
            if (kept.Count == _options.MostWindows) break;
            if (!kept.Exists(k => FaceBox.IntersectionOverUnion(k.Window, candidate.Window) > overlap)) kept.Add(candidate);
        }

        return kept;
    }

    private static GreyImage Copy(GreyImage picture, double scale) =>
        Resampler.Resize(picture, Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
}
