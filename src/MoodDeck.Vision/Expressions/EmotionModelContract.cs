using MoodDeck.Core.Mood;
using MoodDeck.Onnx;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Expressions;

/// <summary>
/// What an emotion model promises: one input <c>image</c> [N, C, H, W] float32 (C is 1, or 3 with the luma repeated),
/// preprocessed as <c>mooddeck.preprocess</c> says and normalised as (p - mean) / std with p in 0..255; outputs
/// <c>ferplus</c> [N, 8] and <c>fer2013</c> [N, 7] of logits and <c>vad</c> [N, 3] in -1..1, at least one of them. The
/// order of their columns stands in the metadata <c>mooddeck.labels.ferplus</c>, <c>mooddeck.labels.fer2013</c> and
/// <c>mooddeck.labels.vad</c>; further keys are read below. A model with one input or one output may name it as it likes.
/// </summary>
internal sealed record EmotionModelContract
{
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required int Channels { get; init; }
    public required double Mean { get; init; }
    public required double Std { get; init; }
    public required double Temperature { get; init; }
    public required UnsureRule Unsure { get; init; }
    public required double CropScale { get; init; }
    public required double CropShiftY { get; init; }

    public required FacePreprocessing Preprocessing { get; init; }

    /// <summary>Whether the model wants each face averaged with its mirror image.</summary>
    public required bool AveragesMirrored { get; init; }

    /// <summary>Whether several faces may be given at once.</summary>
    public required bool Batches { get; init; }

    public required EmotionOutput? FerPlus { get; init; }
    public required EmotionOutput? Fer2013 { get; init; }
    public required EmotionOutput? Vad { get; init; }

    /// <summary>The number of the output <c>embedding</c> among the outputs; null when there is none.</summary>
    public required int? Embedding { get; init; }

    /// <summary>Whether the model tells expressions, not only valence, arousal and dominance.</summary>
    public bool TellsExpressions => FerPlus is not null || Fer2013 is not null;

    /// <summary>The part of a picture that is read for a face.</summary>
    public SampleWindow WindowOf(FaceBox face) =>
        SampleWindow.Square(face.CentreX, face.CentreY + (CropShiftY * face.Height), CropScale * Math.Max(face.Width, face.Height));

    public static EmotionModelContract Read(ModelMetadata metadata, IInferenceSession session)
    {
        if (session.Inputs is not [{ ElementType: OnnxElementType.Float32, Shape: [var n, var c, var h, var w] }] || n is not (-1 or 1))
            throw metadata.Refuse($"an emotion model has one float32 input [N, C, H, W], this one has {string.Join(", ", session.Inputs.Select(i => $"\"{i.Name}\" {i.ElementType} {i.ShapeText}"))}. Export it in that shape.");
        var ferPlus = EmotionOutput.Find(metadata, session, "ferplus", Emotions.All);
        var fer2013 = EmotionOutput.Find(metadata, session, "fer2013", ExpressionLabels.Fer2013Emotions);
        var vad = EmotionOutput.FindVad(metadata, session);
        if (ferPlus is null && fer2013 is null && vad is null)
            throw metadata.Refuse($"it has neither an output \"ferplus\" [N, 8] nor \"fer2013\" [N, 7] with its labels in \"mooddeck.labels.ferplus\" or \"mooddeck.labels.fer2013\", so the order of its labels is unknown. Write the labels, in the model's order, into the model or into a side-car file MODEL.onnx.json.");
        return new EmotionModelContract
        {
            Width = Side(metadata, "mooddeck.width", w),
            Height = Side(metadata, "mooddeck.height", h),
            Channels = ChannelsOf(metadata, c),
            Mean = metadata.Number("mooddeck.mean"),
            Std = metadata.PositiveNumber("mooddeck.std"),
            Temperature = metadata.PositiveNumber("mooddeck.temperature", 1),
            Unsure = UnsureOf(metadata),
            CropScale = metadata.PositiveNumber("mooddeck.crop.scale", 1.15),
            CropShiftY = metadata.OptionalNumber("mooddeck.crop.shiftY") ?? 0,
            Preprocessing = PreprocessingOf(metadata),
            AveragesMirrored = metadata.Truth("mooddeck.flip"),
            Batches = n < 0,
            FerPlus = ferPlus,
            Fer2013 = fer2013,
            Vad = vad,
            Embedding = EmbeddingOf(session),
        };
    }

    private static int Side(ModelMetadata metadata, string key, int declared)
    {
        var said = metadata.OptionalNumber(key) ?? (declared > 0 ? declared : throw metadata.Refuse($"neither its input nor its metadata \"{key}\" says how large a face is. Write the pixels there."));
        if (said is < 16 or > 512 || said != Math.Floor(said)) throw metadata.Refuse($"its metadata \"{key}\" is {said}. Expected 16 to 512 pixels.");
        if (declared > 0 && declared != (int)said) throw metadata.Refuse($"its input is {declared} pixels where its metadata \"{key}\" says {said}. Mend the metadata.");
        return (int)said;
    }

    // One least probability for all, "mooddeck.unsure", and others by name, such as "mooddeck.unsure.anger".
    private static UnsureRule UnsureOf(ModelMetadata metadata)
    {
        Dictionary<Emotion, double> exceptions = [];
        foreach (var emotion in Emotions.All)
            if (Threshold(metadata, "mooddeck.unsure." + Emotions.NameOf(emotion)) is { } least) exceptions[emotion] = least;
        return new(Threshold(metadata, "mooddeck.unsure") ?? 0.4, exceptions);
    }

    private static double? Threshold(ModelMetadata metadata, string key) => metadata.OptionalNumber(key) switch
    {
        null => null,
        >= 0 and < 1 and var said => said,
        var said => throw metadata.Refuse($"its metadata \"{key}\" is {said}. Expected a probability from 0 to below 1."),
    };

    private static int? EmbeddingOf(IInferenceSession session)
    {
        var index = session.Outputs.IndexOf("embedding");
        return index >= 0 && session.Outputs[index] is { ElementType: OnnxElementType.Float32, Shape.Count: 2 } ? index : null;
    }

    private static FacePreprocessing PreprocessingOf(ModelMetadata metadata)
    {
        if (metadata.Text("mooddeck.preprocess") is not { } name) return FacePreprocessing.None;
        return FacePreprocessings.Parse(name)
            ?? throw metadata.Refuse($"its metadata \"mooddeck.preprocess\" is \"{name}\", which is not known here. Expected one of: {string.Join(", ", FacePreprocessings.Names)}.");
    }

    private static int ChannelsOf(ModelMetadata metadata, int declared)
    {
        var said = metadata.OptionalNumber("mooddeck.channels") ?? (declared > 0 ? declared : 1);
        if (said is not (1 or 3) || (declared > 0 && declared != (int)said))
            throw metadata.Refuse($"its input has {declared} channels and its metadata \"mooddeck.channels\" says {said}. Expected 1 (grey), or 3 with the grey repeated.");
        return (int)said;
    }
}
