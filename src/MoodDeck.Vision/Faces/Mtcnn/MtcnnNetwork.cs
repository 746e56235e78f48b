using MoodDeck.Onnx;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Faces.Mtcnn;

/// <summary>
/// One network of the cascade: input <c>image</c> [N, 1, side, side] float32 grey, normalised as (p - mean) / std; outputs
/// <c>score</c> [N, 1, …] (a logit) and <c>box</c> [N, 4, …], see <see cref="MtcnnWindow"/>. The first one, of side 12, takes
/// pictures of any size and answers for a window every 2 pixels. Figures stand in the metadata <c>mooddeck.mean</c>,
/// <c>.std</c> and <c>.threshold</c>.
/// </summary>
internal sealed class MtcnnNetwork : IDisposable
{
    private readonly IInferenceSession _session;
    private readonly int _score;
    private readonly int _box;
    private readonly float _mean;
    private readonly float _factor;

    private MtcnnNetwork(IInferenceSession session, ModelMetadata metadata, int side, double? threshold)
    {
        (_session, Side) = (session, side);
        (_score, _box) = (session.Outputs.IndexOf("score"), session.Outputs.IndexOf("box"));
        if (session.Inputs is not [{ Name: "image" } input] || !Takes(input, side) || session.Outputs.Count != 2 || _score < 0 || _box < 0)
            throw metadata.Refuse($"expected one input \"image\" [?, 1, {side}, {side}] and the outputs \"score\" and \"box\". Make the cascade with: {VisionOptions.TrainMtcnn}");
        _mean = (float)metadata.Number("mooddeck.mean");
        _factor = (float)(1 / metadata.PositiveNumber("mooddeck.std"));
        Threshold = threshold ?? metadata.PositiveNumber("mooddeck.threshold", 0.5);
        if (Threshold >= 1) throw metadata.Refuse("its metadata \"mooddeck.threshold\" is 1 or more. Expected less than 1.");
    }

    /// <summary>Side of the window in pixels.</summary>
    public int Side { get; }

    /// <summary>Least probability of a window that goes on.</summary>
    public double Threshold { get; }

    public static MtcnnNetwork Open(string path, int side, double? threshold, int threads)
    {
        var session = ModelFiles.Open(path, VisionOptions.TrainMtcnn, threads);
        try
        {
            return new(session, ModelMetadata.Read(path, session), side, threshold);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Judges every second window of a picture; adds the faces it sees, in the picture's pixels.</summary>
    public void Slide(GreyImage picture, ICollection<MtcnnCandidate> found)
    {
        const int step = 2;
        var (width, height) = (picture.Width, picture.Height);
        var input = OnnxTensor.Zeros(1, 1, height, width);
        for (var i = 0; i < input.Span.Length; i++) input.Span[i] = (picture.Pixels[i] - _mean) * _factor;
        var outputs = _session.Run(input);
        var scores = outputs[_score];
        var (rows, columns) = (scores.Shape[2], scores.Shape[3]);
        for (var i = 0; i < rows * columns; i++)
        {
            if (Probability(scores.Span[i]) is var p && p >= Threshold)
                Add(found, new(i % columns * step, i / columns * step, Side, Side), p, outputs[_box].Span, i, rows * columns);
        }
    }

    /// <summary>Judges square windows of a picture; adds those it takes for faces.</summary>
    public void Judge(GreyImage picture, IReadOnlyList<FaceBox> windows, ICollection<MtcnnCandidate> found)
    {
        if (windows.Count == 0) return;
        var input = OnnxTensor.Zeros(windows.Count, 1, Side, Side);
        var pixels = Side * Side;
        for (var i = 0; i < windows.Count; i++)
        {
            var w = windows[i];
            Resampler.Sample(picture, new(w.X, w.Y, w.Width, w.Height), Side, Side, input.Span.Slice(i * pixels, pixels));
        }

        foreach (ref var p in input.Span) p = (p - _mean) * _factor;
        var outputs = _session.Run(input);
        for (var i = 0; i < windows.Count; i++)
        {
            if (Probability(outputs[_score].Span[i]) is var p && p >= Threshold)
                Add(found, windows[i], p, outputs[_box].Span[(i * MtcnnWindow.OffsetCount)..], 0, 1);
        }
    }

    public void Dispose() => _session.Dispose();

    private static bool Takes(OnnxTensorInfo input, int side) =>
        input.Shape is [_, 1, var height, var width] && (height, width) is var s && (s == (side, side) || (s.height < 0 && s.width < 0));

    private static double Probability(float logit) => 1 / (1 + Math.Exp(-logit));

    private static void Add(ICollection<MtcnnCandidate> found, FaceBox window, double score, ReadOnlySpan<float> offsets, int at, int stride)
    {
        Span<float> four = stackalloc float[MtcnnWindow.OffsetCount];
        for (var c = 0; c < four.Length; c++) four[c] = offsets[(c * stride) + at];
        var face = MtcnnWindow.Decode(window, four);
        if (face.Width > 0 && face.Height > 0 && double.IsFinite(face.Area)) found.Add(new(window, face, score));
    }
}

/// <summary>A window that was taken for a face.</summary>
/// <param name="Window">What was looked at.</param>
/// <param name="Face">The face that its offsets lead to.</param>
/// <param name="Score">How surely, in [0, 1].</param>
internal readonly record struct MtcnnCandidate(FaceBox Window, FaceBox Face, double Score)
{
    /// <summary>The same in a picture a factor larger.</summary>
    public MtcnnCandidate ScaledBy(double factor) => new(Window.ScaledBy(factor), Face.ScaledBy(factor), Score);
}
