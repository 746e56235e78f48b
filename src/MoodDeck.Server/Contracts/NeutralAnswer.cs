using MoodDeck.Library.Listeners;

namespace MoodDeck.Server.Contracts;

/// <summary>What is stored of a face at rest. The numbers themselves leave the server for nobody.</summary>
/// <param name="At">When it was learned.</param>
/// <param name="Readings">On how many readings it rests.</param>
/// <param name="Numbers">How many numbers are stored.</param>
/// <param name="Model">The name and digest of the model they come from.</param>
/// <param name="InUse">Whether that is the model that reads faces now; otherwise they have no effect.</param>
public sealed record NeutralAnswer(DateTimeOffset At, int Readings, int Numbers, string Model, bool InUse)
{
    /// <summary>What is stored, as it is answered.</summary>
    /// <param name="rest">What is stored.</param>
    /// <param name="model">The model that reads faces now; null for none.</param>
    public static NeutralAnswer Of(StoredRest rest, string? model)
    {
        ArgumentNullException.ThrowIfNull(rest);
        return new(rest.At, rest.Face.Readings, rest.Face.LogScores.Count + rest.Face.Embedding.Length, rest.Face.ModelId, rest.Face.ModelId == model);
    }
}
