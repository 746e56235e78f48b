using MoodDeck.Core.Mood;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Server.Contracts;

/// <summary>One stored correction. The numbers themselves leave the server for nobody.</summary>
/// <param name="Id">Its number, never used twice.</param>
/// <param name="Label">What the face showed.</param>
/// <param name="Said">The expression the model found likeliest.</param>
/// <param name="At">When it was made.</param>
/// <param name="Numbers">How many numbers are stored.</param>
/// <param name="Model">The name and digest of the model they come from.</param>
/// <param name="InUse">Whether that is the model that reads faces now; otherwise they have no effect.</param>
public sealed record CorrectionAnswer(long Id, string Label, string Said, DateTimeOffset At, int Numbers, string Model, bool InUse)
{
    /// <summary>What is stored, as it is answered.</summary>
    /// <param name="correction">What is stored.</param>
    /// <param name="model">The model that reads faces now; null for none.</param>
    public static CorrectionAnswer Of(StoredCorrection correction, string? model)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return new(
            correction.Id, Emotions.NameOf(correction.Face.Label), Emotions.NameOf(correction.Face.Said.Top), correction.At,
            correction.Face.Said.Count + correction.Face.Embedding.Length, correction.Face.ModelId, correction.Face.ModelId == model);
    }
}
