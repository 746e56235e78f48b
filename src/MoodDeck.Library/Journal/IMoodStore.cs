namespace MoodDeck.Library.Journal;

/// <summary>
/// How listeners felt. Nothing is stored unless the listener keeps a history; at most one reading stays for each five
/// seconds and source, the latest, and for no longer than <see cref="HistoryDays"/>.
/// </summary>
public interface IMoodStore
{
    /// <summary>How long readings and plays are kept: two years.</summary>
    const int HistoryDays = 730;

    /// <summary>How far apart readings of one source are kept, in milliseconds.</summary>
    const int StepMilliseconds = 5000;

    /// <summary>
    /// Stores readings, all or none; returns how many were taken, 0 while the listener keeps no history. A reading that is
    /// older than the one kept for its five seconds is passed over, so that sending the same twice does no harm.
    /// </summary>
    Task<int> AddAsync(string listenerId, IReadOnlyList<MoodEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>When the oldest reading or play that is kept was made; null when nothing is kept.</summary>
    Task<DateTimeOffset?> OldestAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>Erases the readings and plays of a time; nulls mean from the beginning and to the end.</summary>
    Task<ErasedHistory> EraseAsync(string listenerId, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken = default);
}

/// <summary>What was erased.</summary>
/// <param name="Readings">Readings of the mood.</param>
/// <param name="Plays">Entries of the play history.</param>
public sealed record ErasedHistory(int Readings, int Plays);
