using MoodDeck.Vision.Personal;

namespace MoodDeck.Server.Live;

/// <summary>What live sockets ask of, and store with, the listener somebody picked by hand. Safe for concurrent use.</summary>
public interface ILivePersonal
{
    /// <summary>
    /// The listener's face; null when there is no such listener. Asked for every frame, so that what was learned or erased
    /// meanwhile counts at once: answered from memory whenever nothing changed.
    /// </summary>
    ValueTask<PersonalFace?> FindAsync(string listenerId, CancellationToken cancellationToken);

    /// <summary>Stores how the listener's face looks at rest, in place of what was stored before.</summary>
    /// <returns>Null when it is stored; else why not and what to do, in a sentence.</returns>
    ValueTask<string?> StoreRestAsync(string listenerId, RestingFace rest, CancellationToken cancellationToken);

    /// <summary>Stores what the listener's face showed in truth.</summary>
    ValueTask<CorrectionStored> StoreCorrectionAsync(string listenerId, FaceCorrection correction, CancellationToken cancellationToken);
}

/// <summary>What became of a correction.</summary>
/// <param name="Id">By which it can be taken back, when it is stored.</param>
/// <param name="Why">Why it is not stored and what to do, in a sentence; null when it is.</param>
public readonly record struct CorrectionStored(long Id, string? Why);
