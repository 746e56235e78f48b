using MoodDeck.Cli.CommandLine;
using MoodDeck.Core.Mood;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Cli.Bench.Personal;

/// <summary>One labelled face and what the general model says of it.</summary>
internal sealed record LabelledFace(int Row, Emotion Label, EmotionPrediction Said)
{
    /// <summary>Whether a prediction's top expression is the label.</summary>
    public bool IsRight(EmotionPrediction prediction) => prediction.Scores.Top == Label;
}

/// <summary>Labelled faces as the general model reads them, plainly and as a camera might show them once more.</summary>
internal sealed class LabelledFaces
{
    private const int BatchSize = 64;
    private static readonly PixelNormalisation s_grey = new(0, 1);

    // What changes from frame to frame while somebody sits before a camera: sway, distance, light and noise.
    private static readonly FaceAugmentationOptions s_sway = FaceAugmentationOptions.None with
    {
        RotationDegrees = 5, ScaleShare = 0.05f, ShiftShare = 0.05f, ShearShare = 0.02f, Brightness = 20, ContrastShare = 0.15f, GammaShare = 0.15f, NoiseChance = 1, NoiseDeviation = 5,
    };

    private readonly IEmotionClassifier _classifier;
    private readonly FaceImageSet _set;
    private readonly FaceAugmenter _camera;

    private LabelledFaces(IEmotionClassifier classifier, FaceImageSet set, ulong seed, IReadOnlyList<LabelledFace> all)
    {
        (_classifier, _set, All) = (classifier, set, all);
        _camera = new(s_sway, s_grey, seed);
    }

    /// <summary>Every labelled face.</summary>
    public IReadOnlyList<LabelledFace> All { get; }

    /// <summary>Reads the rows that have a strict FER+ label.</summary>
    /// <exception cref="CliException">The model reads pictures of another size, or tells no embedding.</exception>
    public static LabelledFaces Read(IEmotionClassifier classifier, FaceImageSet set, ulong seed)
    {
        if (classifier.CropWidth != FaceImageSet.Side || classifier.CropHeight != FaceImageSet.Side)
            throw new CliException($"{classifier.Name} reads {classifier.CropWidth} x {classifier.CropHeight} pixels, the pictures have {FaceImageSet.Side} x {FaceImageSet.Side}. Give another model.");
        List<LabelledFace> faces = [];
        foreach (var some in Enumerable.Range(0, set.Count).Where(row => LabelOf(set, row) != FerPlus.Dropped).Chunk(BatchSize))
        {
            var crops = new float[some.Length * FaceImageSet.ImageLength];
            for (var i = 0; i < some.Length; i++) FaceAugmenter.Plain(set.Image(some[i]), crops.AsSpan(i * FaceImageSet.ImageLength), s_grey);
            var said = classifier.Classify(crops);
            if (said[0].Embedding.IsEmpty) throw new CliException($"{classifier.Name} has no output \"embedding\", so nothing can be learned from corrections. Give a model of mooddeck train emotion.");
            faces.AddRange(some.Select((row, i) => new LabelledFace(row, (Emotion)LabelOf(set, row), said[i])));
        }

        if (!faces.Exists(f => f.Label == Emotion.Neutral)) throw new CliException("no row is neutral by its votes, so there is no resting face to measure. Give FER+ votes and another --usage.");
        return new(classifier, set, seed, faces);
    }

    /// <summary>A face as a camera shows it in some further frames; other frames, other views.</summary>
    public IReadOnlyList<EmotionPrediction> ViewsOf(LabelledFace face, int firstFrame, int count)
    {
        var crops = new float[count * FaceImageSet.ImageLength];
        for (var i = 0; i < count; i++)
            _camera.Augment(_set.Image(face.Row), crops.AsSpan(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength), firstFrame + i, face.Row);
        return _classifier.Classify(crops);
    }

    private static int LabelOf(FaceImageSet set, int row) => FerPlus.LabelOf(set.VotesOf(row), FerPlusProtocol.Strict);
}
