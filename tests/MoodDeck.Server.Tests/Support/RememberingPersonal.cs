using MoodDeck.Core.Mood;
using MoodDeck.Server.Live;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Server.Tests.Support;

/// <summary>Keeps in memory what live sockets learn about one listener; a test may let it refuse.</summary>
internal sealed class RememberingPersonal : ILivePersonal
{
    public const string Listener = "ada";

    public List<RestingFace> Rests { get; } = [];

    public List<FaceCorrection> Corrections { get; } = [];

    public string? Refusal { get; set; }

    public ValueTask<PersonalFace?> FindAsync(string listenerId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(listenerId == Listener ? new PersonalFace(Rests, Corrections) : null);

    public ValueTask<string?> StoreRestAsync(string listenerId, RestingFace rest, CancellationToken cancellationToken)
    {
        if (Refusal is null) Rests.Add(rest);
        return ValueTask.FromResult(Refusal);
    }

    public ValueTask<CorrectionStored> StoreCorrectionAsync(string listenerId, FaceCorrection correction, CancellationToken cancellationToken)
    {
        if (Refusal is null) Corrections.Add(correction);
        return ValueTask.FromResult(new CorrectionStored(Corrections.Count, Refusal));
    }

    /// <summary>The labels of what was corrected, in order.</summary>
    public IEnumerable<Emotion> Labels => Corrections.Select(c => c.Label);
}
