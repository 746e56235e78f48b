using MoodDeck.Core.Mood;
using MoodDeck.Onnx;

namespace MoodDeck.Vision.Expressions;

/// <summary>One output of an emotion model: where it is, and at which of its columns each thing it tells stands.</summary>
/// <param name="Index">Its number among the model's outputs.</param>
/// <param name="Order">The column of each expression or axis, in our order.</param>
internal sealed record EmotionOutput(int Index, int[] Order)
{
    /// <summary>The output of logits over some expressions; null when the metadata has no labels for it.</summary>
    public static EmotionOutput? Find(ModelMetadata metadata, IInferenceSession session, string task, IReadOnlyList<Emotion> wanted) =>
        Find(metadata, session, task, [.. wanted.Select(Emotions.NameOf)], labels => ExpressionLabels.OrderOf(labels, wanted));

    /// <summary>The output of valence, arousal and dominance; null when the metadata has no labels for it.</summary>
    public static EmotionOutput? FindVad(ModelMetadata metadata, IInferenceSession session) =>
        Find(metadata, session, "vad", VadLabels.All, VadLabels.OrderOf);

    private static EmotionOutput? Find(
        ModelMetadata metadata, IInferenceSession session, string task, IReadOnlyList<string> wanted, Func<IReadOnlyList<string>, int[]?> orderOf)
    {
        var key = "mooddeck.labels." + task;
        if (metadata.List(key) is not { } labels) return null;
        var index = session.Outputs.IndexOf(task);
        if (index < 0 && session.Outputs.Count == 1) index = 0;
        if (index < 0) throw metadata.Refuse($"its metadata has \"{key}\", but it has no output \"{task}\". Name the output so.");
        var info = session.Outputs[index];
        if (info.ElementType != OnnxElementType.Float32 || info.Shape is not [_, var columns] || (columns >= 0 && columns != wanted.Count))
            throw metadata.Refuse($"its output \"{info.Name}\" is {info.ElementType} {info.ShapeText}. Expected float32 [N, {wanted.Count}].");
        var order = orderOf(labels)
            ?? throw metadata.Refuse($"its metadata \"{key}\" is \"{string.Join(',', labels)}\". Expected these {wanted.Count}, in the model's order: {string.Join(',', wanted)}.");
        return new(index, order);
    }
}
