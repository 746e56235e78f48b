using MoodDeck.Recommend.Taste;

namespace MoodDeck.Library.Taste;

/// <summary>What is kept of a listener's taste.</summary>
/// <param name="Learns">Whether MoodDeck may go on learning.</param>
/// <param name="LastLesson">Number of the last lesson; 0 for none. Grows with every lesson, whoever adds it.</param>
/// <param name="LastTurn">Number of the last play; 0 for none.</param>
/// <param name="Lessons">How many lessons there are.</param>
public sealed record TasteState(bool Learns, long LastLesson, long LastTurn, long Lessons);

/// <summary>What a name is the name of, where a listener wants something about it forgotten.</summary>
public enum TasteNames
{
    /// <summary>An artist.</summary>
    Artist,
    /// <summary>A genre.</summary>
    Genre,
    /// <summary>A language.</summary>
    Language,
}

/// <summary>How often a track was heard, and when last.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Plays">How often.</param>
/// <param name="LastDay">The day of the last time, in UTC.</param>
public sealed record PlayCount(string TrackId, int Plays, DateOnly LastDay);

/// <summary>
/// Keeps what listeners taught: lessons without track or time, and for each track the day it was last heard, how often, and its place in the
/// order of last plays.
/// </summary>
public interface ITasteStore
{
    /// <summary>How things stand; null when there is no such listener.</summary>
    Task<TasteState?> StateAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>The last <see cref="TasteModel.MostLessons"/> lessons, oldest first.</summary>
    Task<IReadOnlyList<Lesson>> LessonsAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>What was heard.</summary>
    Task<PlayMemory> PlaysAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>How often each track was heard, the one heard longest ago first.</summary>
    Task<IReadOnlyList<PlayCount>> PlayCountsAsync(string listenerId, CancellationToken cancellationToken = default);

    /// <summary>Keeps a lesson unless the listener wants nothing learnt.</summary>
    /// <param name="listenerId">Whose it is.</param>
    /// <param name="lesson">The lesson.</param>
    /// <param name="trackId">The track, where it was played; null where it was only spoken of.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>How things stand afterwards; null when nothing was kept.</returns>
    Task<TasteState?> AddAsync(string listenerId, Lesson lesson, string? trackId, CancellationToken cancellationToken = default);

    /// <summary>Lets MoodDeck learn, or not; what was learnt stays. False when there is no such listener.</summary>
    Task<bool> SetLearnsAsync(string listenerId, bool learns, CancellationToken cancellationToken = default);

    /// <summary>Erases the lessons about one name, folded or not, and of an artist the plays; returns how many lessons there were.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    Task<int> ForgetAsync(string listenerId, TasteNames of, string name, CancellationToken cancellationToken = default);

    /// <summary>Erases everything; returns how many lessons there were.</summary>
    Task<int> EraseAsync(string listenerId, CancellationToken cancellationToken = default);
}
