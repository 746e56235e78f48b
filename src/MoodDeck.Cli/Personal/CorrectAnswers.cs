using MoodDeck.Server.Contracts;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Cli.Personal;

/// <summary>How a face is read.</summary>
/// <param name="Dominant">The top expression, or <c>unsure</c>.</param>
/// <param name="Confidence">Its probability.</param>
internal sealed record FaceWord(string Dominant, double Confidence)
{
    public static FaceWord Of(EmotionPrediction prediction) => new(prediction.Dominant, Math.Round(prediction.Confidence, 4));
}

/// <summary>What a correction did.</summary>
/// <param name="Listener">Whose face it is.</param>
/// <param name="Path">The photo.</param>
/// <param name="Before">How the face was read until now, what was known of the listener included.</param>
/// <param name="Now">How it is read from now on.</param>
/// <param name="Correction">What was stored.</param>
internal sealed record CorrectAnswer(string Listener, string Path, FaceWord Before, FaceWord Now, CorrectionAnswer Correction);

/// <summary>What is stored.</summary>
internal sealed record CorrectionsAnswer(string Listener, IReadOnlyList<CorrectionAnswer> Corrections);

/// <summary>What was erased.</summary>
internal sealed record ErasedAnswer(string Listener, int Erased);

/// <summary>The faces at rest that are stored.</summary>
internal sealed record NeutralsAnswer(string Listener, IReadOnlyList<NeutralAnswer> Neutral);
