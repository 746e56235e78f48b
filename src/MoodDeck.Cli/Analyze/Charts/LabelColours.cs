using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Analyze.Charts;

/// <summary>A colour for each label, told apart by most eyes (after Okabe and Ito 2008); grey where nothing is said.</summary>
internal static class LabelColours
{
    /// <summary>Where no face is followed.</summary>
    public static Rgb NoFace { get; } = new(244, 244, 244);

    /// <summary>The colour of an expression or of "unsure".</summary>
    public static Rgb Of(string label) => label switch
    {
        "neutral" => new(120, 144, 156),
        "happiness" => new(240, 180, 0),
        "surprise" => new(204, 121, 167),
        "sadness" => new(0, 114, 178),
        "anger" => new(200, 40, 30),
        "disgust" => new(0, 140, 100),
        "fear" => new(110, 70, 160),
        "contempt" => new(150, 90, 30),
        EmotionPrediction.Unsure => new(214, 214, 214),
        _ => throw new ArgumentOutOfRangeException(nameof(label), label, "Expected an expression or unsure."),
    };
}
