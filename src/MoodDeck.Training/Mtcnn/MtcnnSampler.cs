using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Faces.Mtcnn;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Mtcnn;

/// <summary>
/// Cuts training windows from labelled pictures, by their overlap with a face: more than 0.65 is a face, 0.4 to 0.65 a part,
/// under 0.3 background (Zhang et al. 2016, section II-C). Windows are square and faces are not, so the overlap is measured
/// with the square around the face.
/// </summary>
internal sealed class MtcnnSampler
{
    private const double LeastOfFace = 0.65;
    private const double LeastOfPart = 0.4;
    private const double MostOfBackground = 0.3;

    // Faces smaller than this, in pixels, are neither learned nor taken for background.
    private const double LeastHeight = 12;

    private readonly int _side;
    private readonly ulong _seed;
    private readonly float[] _grid;

    /// <summary>A sampler of windows for a network's side.</summary>
    public MtcnnSampler(int side, ulong seed) => (_side, _seed, _grid) = (side, seed, new float[side * side]);

    /// <summary>Windows drawn at random: around each face, and anywhere.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="index">Its number; the same number gives the same windows.</param>
    /// <param name="aroundFace">Windows tried around each face.</param>
    /// <param name="anywhere">Windows tried anywhere.</param>
    /// <param name="samples">Receives those that are clearly one thing.</param>
    public void Draw(DetectionImage image, int index, int aroundFace, int anywhere, ICollection<MtcnnSample> samples)
    {
        var random = FastRandom.For(_seed, _side, index);
        foreach (var face in image.Faces.Where(f => f.Height >= LeastHeight))
        {
            var square = MtcnnWindow.Square(face);
            for (var i = 0; i < aroundFace; i++)
            {
                // Every third window is moved far enough to show a part.
                var far = i % 3 == 2 ? 0.45f : 0.18f;
                var side = square.Width * random.LogBetween(1 - (far / 2), 1 / (1 - (far / 2)));
                Take(image, Around(square.CentreX + (square.Width * random.Around(far)), square.CentreY + (square.Width * random.Around(far)), side), samples);
            }
        }

        double least = 12, most = Math.Min(image.Grey.Width, image.Grey.Height);
        for (var i = 0; i < anywhere && most > least; i++)
        {
            var side = random.LogBetween((float)least, (float)most);
            var (x, y) = (random.Between(0, (float)(image.Grey.Width - side)), random.Between(0, (float)(image.Grey.Height - side)));
            Take(image, new(x, y, side, side), samples);
        }
    }

    /// <summary>Cuts a window, if it is clearly one thing.</summary>
    public void Take(DetectionImage image, FaceBox window, ICollection<MtcnnSample> samples)
    {
        var (best, overlap, anyOverlap) = (default(FaceBox), 0.0, 0.0);
        foreach (var face in image.Faces)
        {
            var iou = FaceBox.IntersectionOverUnion(window, MtcnnWindow.Square(face));
            anyOverlap = Math.Max(anyOverlap, iou);
            if (iou > overlap && face.Height >= LeastHeight) (best, overlap) = (face, iou);
        }

        MtcnnKind? kind = overlap >= LeastOfFace ? MtcnnKind.Face : overlap >= LeastOfPart ? MtcnnKind.Part : anyOverlap < MostOfBackground ? MtcnnKind.Background : null;
        if (kind is null) return;
        var offsets = new float[MtcnnWindow.OffsetCount];
        if (kind != MtcnnKind.Background) MtcnnWindow.Encode(window, best, offsets);
        Resampler.Sample(image.Grey, new(window.X, window.Y, window.Width, window.Height), _side, _side, _grid);
        var pixels = new byte[_grid.Length];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)(_grid[i] + 0.5f);
        samples.Add(new(pixels, kind.Value, offsets));
    }

    private static FaceBox Around(double x, double y, double side) => new(x - (side / 2), y - (side / 2), side, side);
}
