using System.Collections.Concurrent;
using MoodDeck.Library.Feelings;
using MoodDeck.Recommend.Ranking;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Library.Taste;

/// <summary>
/// The tastes of listeners as they are chosen for: made from their lessons when they are first needed, then kept up with each lesson. What
/// another process teaches is noticed by the number of the last lesson, and the taste made anew.
/// </summary>
public sealed class TasteShelf(ITasteStore store, FeltIndex felt)
{
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    /// <summary>What was learnt of a listener; null when there is no such listener.</summary>
    public async Task<ListenerTaste?> FindAsync(string listenerId, CancellationToken cancellationToken = default)
    {
        var slot = _slots.GetOrAdd(listenerId, _ => new());
        await slot.Gate.WaitAsync(cancellationToken);
        try
        {
            // Where nothing is learnt any more nobody knows what was heard lately.
            if (await RefreshAsync(slot, listenerId, cancellationToken))
                return new(slot.Model.Snapshot(), slot.State!.Learns ? slot.Plays : slot.Plays with { Recent = [] });
            _slots.TryRemove(listenerId, out _);
            return null;
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    /// <summary>Learns from what a listener did with a track; false when nothing was learnt: no such listener or track, or they want nothing learnt.</summary>
    /// <param name="listenerId">The listener.</param>
    /// <param name="trackId">The track.</param>
    /// <param name="chosen">What it was chosen for; null when somebody picked it, or only spoke of it.</param>
    /// <param name="outcome">What they did.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<bool> LearnAsync(string listenerId, string trackId, ChosenFor? chosen, TrackOutcome outcome, CancellationToken cancellationToken = default)
    {
        var index = await felt.OfAsync(listenerId, cancellationToken);
        return await LearnAsync(listenerId, plays => LessonMaker.Of(index, trackId, chosen, plays, outcome), outcome.Skipped is null ? null : trackId, cancellationToken);
    }

    /// <summary>Learns something that is no track's; false when nothing was learnt.</summary>
    public Task<bool> LearnAsync(string listenerId, Lesson lesson, CancellationToken cancellationToken = default) =>
        LearnAsync(listenerId, _ => lesson, null, cancellationToken);

    private async Task<bool> LearnAsync(string listenerId, Func<PlayMemory, Lesson?> lessonAfter, string? played, CancellationToken cancellationToken)
    {
        var slot = _slots.GetOrAdd(listenerId, _ => new());
        await slot.Gate.WaitAsync(cancellationToken);
        try
        {
            if (!await RefreshAsync(slot, listenerId, cancellationToken) || !slot.State!.Learns) return false;
            if (lessonAfter(slot.Plays) is not { } lesson || await store.AddAsync(listenerId, lesson, played, cancellationToken) is not { } after) return false;
            slot.Model.Learn(lesson);
            if (played is not null) slot.Plays = slot.Plays.After(played, lesson.Artist);
            // Somebody else may have taught in between; then the numbers do not follow each other and all is read again next time.
            if (after.Lessons == Math.Min(TasteModel.MostLessons, slot.State.Lessons + 1) && after.LastTurn == slot.State.LastTurn + (played is null ? 0 : 1)) slot.State = after;
            return true;
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    // Within the gate, so that what is compared is never from before the last lesson. False when there is no such listener.
    private async Task<bool> RefreshAsync(Slot slot, string listenerId, CancellationToken cancellationToken)
    {
        if (await store.StateAsync(listenerId, cancellationToken) is not { } state) return false;
        if (slot.State is null || slot.Model.IsWorn || slot.State with { Learns = state.Learns } != state)
        {
            slot.Plays = await store.PlaysAsync(listenerId, cancellationToken);
            var lessons = await store.LessonsAsync(listenerId, cancellationToken);
            slot.Model = await Task.Run(() => TasteModel.Of(lessons), cancellationToken);
        }

        slot.State = state;
        return true;
    }

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public TasteState? State { get; set; }

        public TasteModel Model { get; set; } = new();

        public PlayMemory Plays { get; set; } = PlayMemory.Empty;
    }
}
