using System.Numerics.Tensors;
using MoodDeck.Training.Data;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Augmentation;

/// <summary>
/// Turns a 48 x 48 face picture into a network input, changed at random by one warp, lighting, blur and noise, then
/// preprocessed as the player does it, then perhaps with a rectangle erased, and normalised.
/// The result depends on seed, epoch and row alone, so that any number of threads gives the same. It keeps no state and
/// may be called from many threads at once.
/// </summary>
public sealed class FaceAugmenter
{
    private const float Radians = MathF.PI / 180;

    // Each pass adds half a pixel's variance in each direction; five are a face out of focus.
    private const int MostBlurPasses = 5;
    private readonly FaceAugmentationOptions _options;
    private readonly PixelNormalisation _normalisation;
    private readonly FacePreprocessing _preprocessing;
    private readonly ulong _seed;

    /// <summary>An augmenter with checked options.</summary>
    /// <param name="options">How much is changed.</param>
    /// <param name="normalisation">How grey values become inputs.</param>
    /// <param name="seed">Another seed, other changes.</param>
    /// <param name="preprocessing">What the model's metadata <c>mooddeck.preprocess</c> will say.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public FaceAugmenter(
        FaceAugmentationOptions options, PixelNormalisation normalisation, ulong seed, FacePreprocessing preprocessing = FacePreprocessing.None)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_options, _normalisation, _seed, _preprocessing) = (options, normalisation, seed, preprocessing);
    }

    /// <summary>Floats of one output picture, <c>Side * Side</c>.</summary>
    public int OutputLength => _options.Side * _options.Side;

    /// <summary>Writes a changed picture, normalised.</summary>
    /// <param name="image">2304 grey values.</param>
    /// <param name="destination">Receives <see cref="OutputLength"/> floats, row by row.</param>
    /// <param name="epoch">The pass over the data.</param>
    /// <param name="row">The picture's row.</param>
    public void Augment(ReadOnlySpan<byte> image, Span<float> destination, int epoch, int row)
    {
        var random = FastRandom.For(_seed, epoch, row);
        var side = _options.Side;
        var plane = destination[..OutputLength];
        Span<float> scratch = stackalloc float[2 * side];
        GreyPlane.Warp(image, FaceImageSet.Side, FaceImageSet.Side, DrawMap(ref random), plane, side, side);
        if (random.Chance(_options.DegradeChance)) CameraLoss.Apply(plane, side, ref random);
        if (random.Chance(_options.BlurChance))
        {
            for (var passes = 1 + random.NextInt(MostBlurPasses); passes > 0; passes--) GreyPlane.Blur(plane, side, side, scratch);
        }

        DrawCurve(ref random).Apply(plane);
        if (_options.SideLightChance > 0 && random.Chance(_options.SideLightChance)) SideLight.Draw(ref random).Apply(plane, side);
        if (random.Chance(_options.NoiseChance)) AddNoise(plane, random.Between(0, _options.NoiseDeviation), ref random);
        _preprocessing.Apply(plane, side, side);
        if (random.Chance(_options.ErasingChance)) Erase(plane, ref random);
        if (_options.CoverChance > 0 && random.Chance(_options.CoverChance)) Cover(plane, ref random);
        Normalise(plane, _normalisation);
    }

    /// <summary>
    /// Writes a picture without random changes, or mirrored, at 48 x 48, preprocessed and normalised: what evaluation and
    /// the player see.
    /// </summary>
    /// <param name="image">2304 grey values.</param>
    /// <param name="destination">Receives 2304 floats, row by row.</param>
    /// <param name="normalisation">How grey values become inputs.</param>
    /// <param name="mirror">Whether left and right change places.</param>
    /// <param name="preprocessing">What is done before normalising.</param>
    public static void Plain(
        ReadOnlySpan<byte> image, Span<float> destination, PixelNormalisation normalisation, bool mirror = false, FacePreprocessing preprocessing = FacePreprocessing.None)
    {
        var plane = destination[..FaceImageSet.ImageLength];
        TensorPrimitives.ConvertTruncating(image[..FaceImageSet.ImageLength], plane);
        preprocessing.Apply(plane, FaceImageSet.Side, FaceImageSet.Side);
        Normalise(plane, normalisation);
        if (!mirror) return;
        for (var start = 0; start < plane.Length; start += FaceImageSet.Side) plane.Slice(start, FaceImageSet.Side).Reverse();
    }

    private static void Normalise(Span<float> plane, PixelNormalisation n)
    {
        TensorPrimitives.Subtract(plane, n.Mean, plane);
        TensorPrimitives.Multiply(plane, 1 / n.Deviation, plane);
    }

    private static void AddNoise(Span<float> plane, float deviation, ref FastRandom random)
    {
        foreach (ref var p in plane) p += deviation * random.NextNormal();
        GreyCurve.Clamp(plane);
    }

    private static float Ratio(ref FastRandom random, float share) =>
        share == 0 ? 1 : random.LogBetween(1 / (1 + share), 1 + share);

    private AffineMap DrawMap(ref FastRandom random)
    {
        var o = _options;
        var mirror = random.Chance(o.MirrorChance) ? -1f : 1f;
        var size = FaceImageSet.Side / (float)o.Side * Ratio(ref random, o.ScaleShare);
        var turn = random.Around(o.RotationDegrees) * Radians;
        var slant = random.Around(o.ShearShare);
        var (x, y) = (random.Around(o.ShiftShare), random.Around(o.ShiftShare));
        const float middle = FaceImageSet.Side / 2f;
        return AffineMap.Shift(-o.Side / 2f, -o.Side / 2f)
            .Then(AffineMap.Scale(mirror * size, size))
            .Then(AffineMap.Slant(slant))
            .Then(AffineMap.Turn(turn))
            .Then(AffineMap.Shift(middle + (x * FaceImageSet.Side), middle + (y * FaceImageSet.Side)));
    }

    private GreyCurve DrawCurve(ref FastRandom random) => new(
        Ratio(ref random, _options.GammaShare),
        Ratio(ref random, _options.ContrastShare),
        random.Around(_options.Brightness));

    // A hand, a mask, a scarf or the edge of the picture.
    private void Cover(Span<float> plane, ref FastRandom random)
    {
        var side = _options.Side;
        var depth = (int)MathF.Round(side * random.Between(0.2f, 0.5f));
        var (from, grey) = (random.NextInt(4), random.Between(0, 255));
        if (from < 2) GreyPlane.Fill(plane, side, from == 0 ? 0 : side - depth, 0, depth, side, grey);
        else GreyPlane.Fill(plane, side, 0, from == 2 ? 0 : side - depth, side, depth, grey);
    }

    private void Erase(Span<float> plane, ref FastRandom random)
    {
        var side = _options.Side;
        var area = side * side * random.Between(_options.ErasingMinShare, _options.ErasingMaxShare);
        var aspect = random.LogBetween(0.33f, 3);
        var width = Math.Clamp((int)MathF.Round(MathF.Sqrt(area * aspect)), 1, side);
        var height = Math.Clamp((int)MathF.Round(MathF.Sqrt(area / aspect)), 1, side);
        var (x, y) = (random.NextInt(side - width + 1), random.NextInt(side - height + 1));
        GreyPlane.Fill(plane, side, x, y, width, height, random.Between(0, 255));
    }
}
