using System.Collections.Concurrent;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Data;

/// <summary>A decoded picture and its faces.</summary>
/// <param name="Name">Its name inside the archive.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Grey">Its pixels.</param>
/// <param name="Faces">Its faces in pixels; none for a face-free picture.</param>
public sealed record DetectionImage(string Name, string Source, GreyImage Grey, FaceBox[] Faces);

/// <summary>Pictures with boxes around their faces, decoded to grey and held in memory.</summary>
/// <param name="Images">The pictures in the order of the labels.</param>
/// <param name="Problems">Pictures that are missing or cannot be read, each with the reason.</param>
public sealed record FaceDetectionSet(IReadOnlyList<DetectionImage> Images, IReadOnlyList<string> Problems)
{
    /// <summary>Tight face squares to be laid on training pictures, each with its one face; none by default.</summary>
    public IReadOnlyList<DetectionImage> Squares { get; init; } = [];

    /// <summary>Reads labels and the pictures they name, decoding on several threads.</summary>
    /// <param name="imagesPath">A ZIP or TAR file or a folder.</param>
    /// <param name="labelsPath">The CSV file of <see cref="FaceLabels.Read"/>.</param>
    /// <param name="prefix">Only pictures whose name begins so, such as <c>train/</c>; null for all.</param>
    /// <param name="threads">Threads to decode on; 0 takes every core.</param>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or more than one picture in a hundred cannot be read.</exception>
    public static FaceDetectionSet Load(string imagesPath, string labelsPath, string? prefix = null, int threads = 0)
    {
        var labels = FaceLabels.Read(labelsPath).Images.Where(l => prefix is null || l.Image.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        if (labels.Count == 0) throw new InvalidDataException($"{labelsPath} names no picture{(prefix is null ? "" : $" under \"{prefix}\"")}.");
        var files = ImageArchive.Read(imagesPath, labels.Select(l => l.Image).ToHashSet());
        var images = new DetectionImage?[labels.Count];
        var problems = new ConcurrentBag<string>();
        var decoder = new ImageDecoder();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads };
        Parallel.For(0, images.Length, parallel, i =>
        {
            var (name, source, faces) = labels[i];
            if (!files.TryGetValue(name, out var file)) problems.Add($"{name}: not in {imagesPath}");
            else if (Decode(file, decoder, out var reason) is { } grey) images[i] = new DetectionImage(name, source, grey, faces);
            else problems.Add($"{name}: {reason}");
        });

        var bad = problems.Order(StringComparer.Ordinal).ToList();
        if (bad.Count > Math.Max(BadRows.AlwaysAllowed, BadRows.AllowedShare * labels.Count) || bad.Count * 2 > labels.Count)
            throw new InvalidDataException($"{bad.Count} of {labels.Count} pictures cannot be read; the first: {bad[0]}. Check that archive and labels belong together.");
        return new FaceDetectionSet([.. images.OfType<DetectionImage>()], bad);
    }

    /// <summary>The pictures whose name begins with a prefix, such as <c>val/</c>.</summary>
    public FaceDetectionSet Under(string prefix) =>
        this with { Images = [.. Images.Where(i => i.Name.StartsWith(prefix, StringComparison.Ordinal))] };

    private static GreyImage? Decode(byte[] file, ImageDecoder decoder, out string? reason)
    {
        var result = decoder.DecodeGrey(file);
        reason = result.IsOk ? "smaller than 2 x 2 pixels" : result.Problem;
        if (result.Value is not { Width: >= 2, Height: >= 2 } picture) return null;
        // The decoder's memory comes from a pool in powers of two; a set is kept for hours, so it gets its exact size.
        using (picture) return new GreyImage(picture.Width, picture.Height, picture.Pixels);
    }
}
