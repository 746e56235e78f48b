using MoodDeck.Library.Listeners;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Server.Listeners;

/// <summary>Between what is stored about a listener's face and what readings are adjusted by.</summary>
public static class StoredFaces
{
    /// <summary>Learns from everything that is stored.</summary>
    public static PersonalFace Learn(ListenerFace stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new(
            [.. stored.Rests.Select(r => new RestingFace(r.Face.ModelId, r.Face.LogScores, r.Face.Embedding, r.Face.Readings))],
            [.. stored.Corrections.Select(c => new FaceCorrection(c.Face.ModelId, c.Face.Embedding, c.Face.Said, c.Face.Label))]);
    }

    /// <summary>A face at rest, to be stored.</summary>
    public static FaceAtRest Of(RestingFace rest)
    {
        ArgumentNullException.ThrowIfNull(rest);
        return new(rest.ModelId, rest.Readings, rest.LogScores, rest.Embedding);
    }

    /// <summary>A correction, to be stored.</summary>
    public static CorrectedFace Of(FaceCorrection correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return new(correction.ModelId, correction.Label, correction.Said, correction.Embedding);
    }
}
