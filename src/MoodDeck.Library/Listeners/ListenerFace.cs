using MoodDeck.Core.Mood;

namespace MoodDeck.Library.Listeners;

/// <summary>How a face looks at rest, to be stored: numbers, never a picture.</summary>
/// <param name="ModelId">The model that made them.</param>
/// <param name="Readings">Over how many readings they are means, at least 1.</param>
/// <param name="LogScores">Eight mean logarithms of probabilities.</param>
/// <param name="Embedding">The mean embedding; empty when the model has none.</param>
public sealed record FaceAtRest(string ModelId, int Readings, IReadOnlyList<double> LogScores, ReadOnlyMemory<float> Embedding);

/// <summary>What a face showed in truth, to be stored: numbers, never a picture.</summary>
/// <param name="ModelId">The model that made them.</param>
/// <param name="Label">What it showed.</param>
/// <param name="Said">What the model said.</param>
/// <param name="Embedding">The embedding, not empty.</param>
public sealed record CorrectedFace(string ModelId, Emotion Label, EmotionScores Said, ReadOnlyMemory<float> Embedding);

/// <summary>A face at rest as it is stored.</summary>
/// <param name="At">When it was learned.</param>
/// <param name="Face">The numbers.</param>
public sealed record StoredRest(DateTimeOffset At, FaceAtRest Face);

/// <summary>A correction as it is stored.</summary>
/// <param name="Id">Its number, never used twice.</param>
/// <param name="At">When it was made.</param>
/// <param name="Face">The numbers.</param>
public sealed record StoredCorrection(long Id, DateTimeOffset At, CorrectedFace Face);

/// <summary>Everything that is stored about a listener's face.</summary>
/// <param name="Rests">Faces at rest, one for each model, oldest first.</param>
/// <param name="Corrections">Corrections of all models, oldest first.</param>
public sealed record ListenerFace(IReadOnlyList<StoredRest> Rests, IReadOnlyList<StoredCorrection> Corrections);
