using MoodDeck.Onnx;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Faces;

/// <summary>Finds faces with a one-stage, anchor-free network trained with MoodDeck.</summary>
public sealed class FaceDetector : IFaceDetector
{
    private readonly IInferenceSession _session;
    private readonly FaceModelContract _contract;
    private readonly FaceDetectorOptions _options;
    private readonly FaceBoxDecoder _decoder;

    private FaceDetector(string name, IInferenceSession session, FaceModelContract contract, FaceDetectorOptions options)
    {
        (Name, _session, _contract, _options) = (name, session, contract, options);
        _decoder = new FaceBoxDecoder(contract.BoxBase, options.Threshold ?? contract.Threshold);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public double Threshold => _options.Threshold ?? _contract.Threshold;

    /// <summary>Opens a face model.</summary>
    /// <exception cref="VisionModelException">The file is missing, or is not a face model; the message says why.</exception>
    public static FaceDetector Open(string modelPath, FaceDetectorOptions? options = null)
    {
        options ??= new();
        options.Validate();
        var session = ModelFiles.Open(modelPath, VisionOptions.TrainFaces, options.Threads);
        try
        {
            var metadata = ModelMetadata.Read(modelPath, session);
            var contract = FaceModelContract.Read(metadata, session);
            return new(metadata.Name, session, contract, options);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<DetectedFace> Detect(GreyImage picture, FaceSearch search = FaceSearch.Quick)
    {
        ArgumentNullException.ThrowIfNull(picture);
        List<DetectedFace> candidates = [];
        HashSet<double> seen = []; // looking twice at the same scale would find nothing new
        var isQuick = search == FaceSearch.Quick;
        Look(picture, isQuick ? _options.QuickLongSide : _options.MiddleLongSide, new(0, double.PositiveInfinity), candidates, seen);
        Look(picture, _options.CloseUpLongSide, new(_options.CloseUpFacePixels, double.PositiveInfinity), candidates, seen);
        if (!isQuick) Look(picture, _options.LargeLongSide, new(0, _options.LargeFacePixels), candidates, seen);
        return [.. NonMaximumSuppression.Apply(candidates, _options.OverlapLimit)
            .Select(f => f with { Box = f.Box.ClipTo(picture.Width, picture.Height) })
            .Where(f => f.Box.Area > 0)];
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private void Look(GreyImage picture, int longSide, SizeRange sizes, List<DetectedFace> candidates, HashSet<double> seen)
    {
        var longest = Math.Max(picture.Width, picture.Height);
        var scale = Math.Min((double)longSide / longest, longest < _options.SmallPictureSide ? 2 : 1);
        if (!seen.Add(scale)) return;
        var width = Math.Max(1, (int)Math.Round(picture.Width * scale));
        var height = Math.Max(1, (int)Math.Round(picture.Height * scale));
        int columns = RoundUp(width), rows = RoundUp(height);
        using FaceMaps maps = new(_session, _contract.Strides, columns, rows);
        Fill(picture, width, height, columns, rows, maps.Input.Span);
        try
        {
            maps.Run(_session);
        }
        catch (OnnxException e)
        {
            throw new VisionModelException($"The face model {Name} cannot be run: {e.Message}", e);
        }

        var found = candidates.Count;
        foreach (var stride in _contract.Strides)
            _decoder.Decode(stride, columns / stride, rows / stride, maps.Scores(stride), maps.Boxes(stride), candidates);
        double backX = (double)picture.Width / width, backY = (double)picture.Height / height;
        var kept = found;
        for (var i = found; i < candidates.Count; i++)
        {
            var (b, score) = candidates[i];
            if (sizes.Holds(b)) candidates[kept++] = new(new(b.X * backX, b.Y * backY, b.Width * backX, b.Height * backY), score);
        }

        candidates.RemoveRange(kept, candidates.Count - kept);
    }

    // Each copy answers only for faces of the sizes it is there for (Singh and Davis 2018, "An analysis of scale invariance
    // in object detection"): what a larger copy alone takes for a large face is seldom one.
    private readonly record struct SizeRange(double Least, double Most)
    {
        public bool Holds(FaceBox box) => Math.Max(box.Width, box.Height) is var side && side >= Least && side <= Most;
    }

    // The padding repeats the picture's edge: a hard border would look like the outline of something.
    private void Fill(GreyImage picture, int width, int height, int columns, int rows, Span<float> input)
    {
        Resampler.Sample(picture, new(0, 0, picture.Width, picture.Height), width, height, input, columns);
        float mean = (float)_contract.Mean, factor = (float)(1 / _contract.Std);
        for (var y = 0; y < height; y++)
        {
            var row = input.Slice(y * columns, columns);
            for (var x = 0; x < width; x++) row[x] = (row[x] - mean) * factor;
            row[width..].Fill(row[width - 1]);
        }

        var last = input.Slice((height - 1) * columns, columns);
        for (var y = height; y < rows; y++) last.CopyTo(input.Slice(y * columns, columns));
    }

    private static int RoundUp(int side) =>
        (side + FaceModelContract.SideMultiple - 1) / FaceModelContract.SideMultiple * FaceModelContract.SideMultiple;
}
