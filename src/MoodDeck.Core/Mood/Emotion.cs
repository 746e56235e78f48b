namespace MoodDeck.Core.Mood;

/// <summary>
/// The eight basic expressions in the order of the FER+ labels (Barsoum et al. 2016). The numeric value is the
/// index in every probability list, model output and confusion matrix of MoodDeck.
/// </summary>
public enum Emotion
{
    /// <summary>No expression.</summary>
    Neutral = 0,
    /// <summary>Happiness.</summary>
    Happiness = 1,
    /// <summary>Surprise.</summary>
    Surprise = 2,
    /// <summary>Sadness.</summary>
    Sadness = 3,
    /// <summary>Anger.</summary>
    Anger = 4,
    /// <summary>Disgust.</summary>
    Disgust = 5,
    /// <summary>Fear.</summary>
    Fear = 6,
    /// <summary>Contempt.</summary>
    Contempt = 7,
}

/// <summary>Names, order and anchors of the eight expressions.</summary>
public static class Emotions
{
    /// <summary>How many expressions there are.</summary>
    public const int Count = 8;

    /// <summary>The expressions in index order.</summary>
    public static IReadOnlyList<Emotion> All { get; } = Enum.GetValues<Emotion>();

    /// <summary>Lower-case names in index order, as they appear in JSON.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt"];

    /// <summary>The lower-case name of an expression, as it appears in JSON.</summary>
    public static string NameOf(Emotion emotion) => Names[(int)emotion];

    /// <summary>
    /// Where an expression lies in pleasure, arousal and dominance, from Russell and Mehrabian (1977), "Evidence for
    /// a three-factor theory of emotions". Contempt is not in their list; it takes ALMA's "reproach" (Gebhard 2005), the
    /// group in which Ortony, Clore and Collins (1988) put contempt.
    /// </summary>
    public static Vad AnchorOf(Emotion emotion) => emotion switch
    {
        Emotion.Neutral => new(0, 0, 0),
        Emotion.Happiness => new(.81, .51, .46),
        Emotion.Surprise => new(.40, .67, -.13),
        Emotion.Sadness => new(-.63, -.27, -.33),
        Emotion.Anger => new(-.51, .59, .25),
        Emotion.Disgust => new(-.60, .35, .11),
        Emotion.Fear => new(-.64, .60, -.43),
        Emotion.Contempt => new(-.30, -.10, .40),
        _ => throw new ArgumentOutOfRangeException(nameof(emotion), emotion, "Expected one of the eight expressions."),
    };
}
