using MoodDeck.Core.Mood;
using MoodDeck.Onnx.Tests;

namespace MoodDeck.Vision.Tests.Models;

/// <summary>
/// An emotion model without training on 48 x 48 crops: the mean light of the left half is the logit of happiness, of the
/// right half that of sadness; 8 for a white half, 0 for a black one.
/// </summary>
internal static class HalfClassifier
{
    public const int Side = 48;
    public const float WhiteLogit = 8;

    public static TinyOnnx Model(int batch = -1, string[]? labels = null)
    {
        labels ??= [.. Emotions.Names];
        var model = new TinyOnnx().Input("image", [batch, 1, Side, Side])
            .Output("ferplus", [batch, 8]).Output("fer2013", [batch, 7])
            .Constant("w8", [Side * Side, 8], Weights(8, Array.IndexOf(labels, "happiness"), Array.IndexOf(labels, "sadness")))
            .Constant("w7", [Side * Side, 7], Weights(7, 3, 4))
            .Node("Flatten", ["image"], "flat").Node("MatMul", ["flat", "w8"], "ferplus").Node("MatMul", ["flat", "w7"], "fer2013")
            .Metadata("mooddeck.labels.ferplus", string.Join(',', labels))
            .Metadata("mooddeck.labels.fer2013", "angry,disgust,fear,happy,sad,surprise,neutral");
        return Describe(model);
    }

    public static TinyOnnx Describe(TinyOnnx model) => model
        .Metadata("mooddeck.width", "48").Metadata("mooddeck.height", "48").Metadata("mooddeck.channels", "1")
        .Metadata("mooddeck.mean", "0").Metadata("mooddeck.std", "255").Metadata("mooddeck.temperature", "1")
        .Metadata("mooddeck.unsure", "0.4").Metadata("mooddeck.crop.scale", "1").Metadata("mooddeck.crop.shiftY", "0").Metadata("mooddeck.name", "halves");

    public static float[] Weights(int columns, int left, int right)
    {
        var weights = new float[Side * Side * columns];
        for (var i = 0; i < Side * Side; i++) weights[(i * columns) + (i % Side < Side / 2 ? left : right)] = WhiteLogit / (Side * Side / 2f);
        return weights;
    }

    /// <summary>A crop with halves of these brightnesses.</summary>
    public static float[] Crop(float left, float right) => [.. Enumerable.Range(0, Side * Side).Select(i => i % Side < Side / 2 ? left : right)];
}
