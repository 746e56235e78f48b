namespace MoodDeck.Library.Listeners;

/// <summary>What happened to a track that was played.</summary>
public enum PlayEvent
{
    /// <summary>It began.</summary>
    Started,
    /// <summary>It was heard to its end.</summary>
    Finished,
    /// <summary>The listener went on before its end.</summary>
    Skipped,
}

/// <summary>One entry of a listener's history.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Event">What happened.</param>
/// <param name="At">When.</param>
/// <param name="PositionSeconds">Where in the track; null when not told.</param>
public sealed record Play(string TrackId, PlayEvent Event, DateTimeOffset At, double? PositionSeconds);

/// <summary>What listeners played. Nothing is stored unless the listener keeps a history, and for no longer than two years.</summary>
public interface IHistoryStore
{
    /// <summary>Stores a play while the listener keeps a history; false when it was not stored.</summary>
    Task<bool> AddAsync(string listenerId, string trackId, PlayEvent playEvent, double? positionSeconds, CancellationToken cancellationToken = default);

    /// <summary>The latest plays, newest first.</summary>
    Task<IReadOnlyList<Play>> ListAsync(string listenerId, int limit = 50, CancellationToken cancellationToken = default);

    /// <summary>Erases the whole history of a listener; returns how many entries there were.</summary>
    Task<int> EraseAsync(string listenerId, CancellationToken cancellationToken = default);
}
