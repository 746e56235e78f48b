using MoodDeck.Training.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Data;

/// <summary>Makes a grey picture of 48 x 48 pixels of the face in a picture file. Safe for concurrent use.</summary>
internal sealed class FaceCutter : IDisposable
{
    // What the player cuts around a face for a model trained here (mooddeck.crop.scale and .shiftY).
    private static readonly FaceCropFit s_fit = new();

    private readonly ImageDecoder _decoder = new();
    private readonly FaceDetector? _detector;

    /// <exception cref="MoodDeck.Vision.VisionModelException">Faces are to be found, and the face model cannot be used.</exception>
    public FaceCutter(FaceCropKind crop, string faceModelPath) =>
        _detector = crop == FaceCropKind.Find ? FaceDetector.Open(faceModelPath) : null;

    /// <summary>Cuts the face out of a whole picture.</summary>
    /// <param name="file">A JPEG, PNG or WebP file.</param>
    /// <param name="target">Receives 2304 grey values.</param>
    public CutOutcome Cut(ReadOnlySpan<byte> file, Span<byte> target) => Cut(file, person: null, target);

    /// <summary>Cuts out a person, or the face of that person.</summary>
    /// <param name="file">A JPEG, PNG or WebP file.</param>
    /// <param name="person">The person's box in pixels; null for the whole picture.</param>
    /// <param name="target">Receives 2304 grey values.</param>
    public CutOutcome Cut(ReadOnlySpan<byte> file, FaceBox? person, Span<byte> target)
    {
        var result = _decoder.DecodeGrey(file);
        if (!result.IsOk) return CutOutcome.Damaged(result.Problem);
        using var picture = result.Value;
        return Cut(picture, person, target);
    }

    /// <summary>Cuts out a person, or the face of that person.</summary>
    public CutOutcome Cut(GreyImage picture, FaceBox? person, Span<byte> target)
    {
        var box = new FaceBox(0, 0, picture.Width, picture.Height);
        if (person is { } bounds)
        {
            box = bounds.ClipTo(picture.Width, picture.Height);
            if (box.Width < 1 || box.Height < 1) return CutOutcome.Damaged("the box lies outside the picture");
        }

        if (_detector is null)
        {
            // A whole picture loses its longer ends, a person's box grows: their face is at one end of it.
            var side = person is null ? Math.Min(box.Width, box.Height) : Math.Max(box.Width, box.Height);
            Sample(picture, SampleWindow.Square(box.CentreX, box.CentreY, side), target);
            return CutOutcome.Good;
        }

        if (person is null) return CutLargestFace(picture, target);
        using var alone = CropTo(picture, box);
        return CutLargestFace(alone, target);
    }

    public void Dispose() => _detector?.Dispose();

    private CutOutcome CutLargestFace(GreyImage picture, Span<byte> target)
    {
        var faces = _detector!.Detect(picture, FaceSearch.Thorough);
        if (faces.Count == 0) return CutOutcome.NoFace;
        var face = faces.MaxBy(f => f.Box.Area)!.Box;
        Sample(picture, SampleWindow.Square(face.CentreX, face.CentreY + (s_fit.ShiftY * face.Height), s_fit.Scale * Math.Max(face.Width, face.Height)), target);
        return CutOutcome.Good;
    }

    private static GreyImage CropTo(GreyImage picture, FaceBox box)
    {
        int left = (int)box.X, top = (int)box.Y;
        var part = new GreyImage(Math.Max(1, (int)box.Right - left), Math.Max(1, (int)box.Bottom - top));
        for (var y = 0; y < part.Height; y++) picture.Row(top + y).Slice(left, part.Width).CopyTo(part.Row(y));
        return part;
    }

    private static void Sample(GreyImage picture, SampleWindow window, Span<byte> target)
    {
        Span<float> grid = stackalloc float[FaceImageSet.ImageLength];
        Resampler.Sample(picture, window, FaceImageSet.Side, FaceImageSet.Side, grid);
        for (var i = 0; i < grid.Length; i++) target[i] = (byte)Math.Clamp((int)(grid[i] + 0.5f), 0, 255);
    }
}
