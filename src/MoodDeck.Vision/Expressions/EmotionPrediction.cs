using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Expressions;

/// <summary>What the classifier says of one face.</summary>
/// <param name="Scores">Calibrated probabilities of the eight expressions.</param>
/// <param name="Fer2013">
/// Probabilities of FER2013's seven in Kaggle's order (see <see cref="ExpressionLabels.Fer2013"/>); null when the model
/// has no such output.
/// </param>
/// <param name="IsUnsure">Whether the top probability is too low to name an expression, see <see cref="UnsureRule"/>.</param>
public sealed record EmotionPrediction(EmotionScores Scores, IReadOnlyList<double>? Fer2013, bool IsUnsure)
{
    /// <summary>What a face the model is unsure about is called.</summary>
    public const string Unsure = "unsure";

    /// <summary>What the model says of valence, arousal and dominance, each in [-1, 1]; null when it has no such output.</summary>
    public Vad? Vad { get; init; }

    /// <summary>What the network knows of the face before it names anything; empty when the model has no output <c>embedding</c>.</summary>
    public ReadOnlyMemory<float> Embedding { get; init; }

    /// <summary>The model this comes from, see <see cref="IEmotionClassifier.ModelId"/>.</summary>
    public string ModelId { get; init; } = "";

    /// <summary>What the model itself said, where this was adjusted to a listener; null where this is what it said.</summary>
    public EmotionPrediction? BeforeListener { get; init; }

    /// <summary>The top probability, in [1/8, 1].</summary>
    public double Confidence => Scores[Scores.Top];

    /// <summary>The name of the top expression, or <see cref="Unsure"/>.</summary>
    public string Dominant => IsUnsure ? Unsure : Emotions.NameOf(Scores.Top);

    /// <summary>
    /// The mood this speaks of: the model's own <see cref="Vad"/>, else the expectation over the expressions; spread as
    /// widely as these disagree in either case, since the model tells no spread of its own.
    /// </summary>
    public VadGaussian ToVad() => Vad is { } said ? Scores.ToVad() with { Mean = said } : Scores.ToVad();
}
