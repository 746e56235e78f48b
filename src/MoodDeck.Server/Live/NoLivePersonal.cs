using MoodDeck.Vision.Personal;

namespace MoodDeck.Server.Live;

/// <summary>Where no listener's face is kept: readings are what the model alone says.</summary>
internal sealed class NoLivePersonal : ILivePersonal
{
    private const string Nowhere = "Nothing about a face is kept here.";

    public ValueTask<PersonalFace?> FindAsync(string listenerId, CancellationToken cancellationToken) => ValueTask.FromResult<PersonalFace?>(PersonalFace.None);

    public ValueTask<string?> StoreRestAsync(string listenerId, RestingFace rest, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(Nowhere);

    public ValueTask<string?> StoreCorrectionAsync(string listenerId, FaceCorrection correction, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(Nowhere);
}
