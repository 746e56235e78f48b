namespace MoodDeck.Library.Listeners;

/// <summary>
/// What listeners let MoodDeck learn about their faces. It holds numbers, never pictures, and everything in it is erased on
/// request and with its listener. Numbers of a model that is no longer used stay until then.
/// </summary>
public interface IPersonalFaceStore
{
    /// <summary>How many corrections are kept of one listener with one model; of more the oldest fall out.</summary>
    const int MostCorrections = 200;

    /// <summary>Everything about a listener's face; null when there is no such listener.</summary>
    Task<ListenerFace?> FindAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>A text that changes when anything about the listener's face does; null when there is no such listener.</summary>
    Task<string?> StampAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>Stores a face at rest in place of the one with the same model; false when there is no such listener.</summary>
    Task<bool> StoreRestAsync(string listenerId, FaceAtRest face, CancellationToken cancellationToken = default);

    /// <summary>Erases the faces at rest of every model; returns how many there were.</summary>
    Task<int> EraseRestAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>Stores a correction; null when there is no such listener.</summary>
    Task<StoredCorrection?> AddCorrectionAsync(string listenerId, CorrectedFace face, CancellationToken cancellationToken = default);

    /// <summary>Erases one correction, the newest for null; null when there is none such.</summary>
    /// <returns>What was erased.</returns>
    Task<StoredCorrection?> EraseCorrectionAsync(string listenerId, long? id, CancellationToken cancellationToken = default);

    /// <summary>Erases all corrections of every model; returns how many there were.</summary>
    Task<int> EraseCorrectionsAsync(string listenerId, CancellationToken cancellationToken = default);
}
