using System.Numerics.Tensors;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;

namespace MoodDeck.Training.Detection;

/// <summary>
/// Makes training pictures for the face detector: a picture scaled so that one of its faces gets a drawn height, four such
/// pictures side by side, or a face-free picture with or without a pasted face; tight face squares upon it; then something
/// over a face, lighting, blur and noise. The result depends on seed, epoch and index alone; it may be called from many threads at once.
/// </summary>
public sealed class DetectionAugmenter
{
    // From this many faces on a picture is a crowd.
    private const int CrowdFaces = 3;

    private readonly FaceDetectionSet _set;
    private readonly int[] _withFaces;
    private readonly int[] _faceFree;
    private readonly DetectionAugmentationOptions _options;
    private readonly PixelNormalisation _normalisation;
    private readonly ulong _seed;

    /// <summary>An augmenter over a set.</summary>
    /// <exception cref="ArgumentException">An option is out of its range, or no picture shows a face.</exception>
    public DetectionAugmenter(FaceDetectionSet set, DetectionAugmentationOptions options, PixelNormalisation normalisation, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_set, _options, _normalisation, _seed) = (set, options, normalisation, seed);
        var all = Enumerable.Range(0, set.Images.Count);
        _withFaces = [.. all.Where(i => set.Images[i].Faces.Length > 0)];
        _faceFree = [.. all.Where(i => set.Images[i].Faces.Length == 0)];
        if (_withFaces.Length == 0) throw new ArgumentException("No picture of the set shows a face.", nameof(set));
    }

    /// <summary>Floats of one canvas.</summary>
    public int OutputLength => _options.CanvasPixels * _options.CanvasPixels;

    /// <summary>Makes one training picture from the picture <paramref name="index"/> of the set, and others where needed.</summary>
    /// <param name="epoch">The pass over the data.</param>
    /// <param name="index">The leading picture, 0 .. Images.Count - 1.</param>
    /// <param name="canvas">Receives <see cref="OutputLength"/> normalised floats, row by row.</param>
    /// <param name="faces">Is cleared and receives the faces, within the canvas.</param>
    public void Augment(int epoch, int index, Span<float> canvas, List<CanvasFace> faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        var random = FastRandom.For(_seed, epoch, index);
        var plane = canvas[..OutputLength];
        var side = _options.CanvasPixels;
        var whole = new CanvasRegion(0, 0, side, side);
        var image = _set.Images[index];
        faces.Clear();
        Prepare(plane, whole, ref random);
        if (random.Chance(_options.MosaicChance)) Mosaic(image, plane, faces, ref random);
        else Fill(image, plane, whole, faces, ref random);
        Squares(plane, faces, ref random);
        CanvasCover.Apply(plane, faces, _options, ref random);
        CanvasLight.Apply(plane, _options, ref random);
        TensorPrimitives.Subtract(plane, _normalisation.Mean, plane);
        TensorPrimitives.Multiply(plane, 1 / _normalisation.Deviation, plane);
    }

    // What a small picture leaves uncovered shows another scene or, now and then, plain grey.
    private void Prepare(Span<float> plane, CanvasRegion region, ref FastRandom random)
    {
        plane.Fill(random.Between(0, 255));
        if (_faceFree.Length == 0 || random.Chance(0.2f)) return;
        CanvasComposer.PlaceScene(_set.Images[Pick(_faceFree, ref random)], plane, region, [], _options, ref random);
    }

    private void Mosaic(DetectionImage leading, Span<float> plane, List<CanvasFace> faces, ref FastRandom random)
    {
        var side = _options.CanvasPixels;
        var (x, y) = ((int)random.Between(0.3f * side, 0.7f * side), (int)random.Between(0.3f * side, 0.7f * side));
        var first = random.NextInt(4);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var (right, low) = (quarter % 2 == 1, quarter >= 2);
            var region = new CanvasRegion(right ? x : 0, low ? y : 0, right ? side - x : x, low ? side - y : y);
            var image = quarter == first ? leading : _set.Images[random.NextInt(_set.Images.Count)];
            Fill(image, plane, region, faces, ref random);
        }
    }

    private void Fill(DetectionImage image, Span<float> plane, CanvasRegion region, List<CanvasFace> faces, ref FastRandom random)
    {
        var tallest = Math.Min(_options.MaxFaceHeightPixels, 0.9f * Math.Min(region.Width, region.Height));
        if (image.Faces.Length > 0 && !(image.Faces.Length >= CrowdFaces && random.Chance(_options.CrowdChance)))
        {
            var height = random.LogBetween(Math.Min(_options.MinFaceHeightPixels, tallest), tallest);
            CanvasComposer.PlaceFace(image, plane, region, height, faces, _options, ref random);
            return;
        }

        CanvasComposer.PlaceScene(image, plane, region, faces, _options, ref random);
        if (image.Faces.Length == 0 && random.Chance(_options.PasteChance)) Paste(plane, region, tallest, faces, ref random);
    }

    private void Squares(Span<float> plane, List<CanvasFace> faces, ref FastRandom random)
    {
        if (_set.Squares.Count == 0) return;
        if (_faceFree.Length > 0 && random.Chance(_options.DecoyChance)) CanvasSquares.PlaceDecoy(_set.Images[Pick(_faceFree, ref random)], plane, faces, _options, ref random);
        if (random.Chance(_options.SquareChance)) CanvasSquares.PlaceFaces(_set.Squares, plane, faces, _options, ref random);
    }

    private void Paste(Span<float> plane, CanvasRegion region, float tallest, List<CanvasFace> faces, ref FastRandom random)
    {
        var height = random.LogBetween(Math.Min(_options.MinFaceHeightPixels, tallest / 2), tallest / 1.2f);
        var size = Math.Min((int)(height * random.Between(1.2f, 2)), Math.Min(region.Width, region.Height));
        var patch = new CanvasRegion(region.X + random.NextInt(region.Width - size + 1), region.Y + random.NextInt(region.Height - size + 1), size, size);
        CanvasComposer.PlaceFace(_set.Images[Pick(_withFaces, ref random)], plane, patch, height, faces, _options, ref random);
    }

    private static int Pick(int[] from, ref FastRandom random) => from[random.NextInt(from.Length)];
}
