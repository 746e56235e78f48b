using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Sound;
using MoodDeck.Recommend;
using MoodDeck.Recommend.Groups;

namespace MoodDeck.Library.Groups;

/// <summary>The mood groups of a catalogue, with the index whose rows they name.</summary>
public sealed record GroupedLibrary(TrackIndex Index, MoodGroups Moods);

/// <summary>The library's own moods: groups of tracks that lie together.</summary>
public interface ILibraryMoods
{
    /// <summary>
    /// The groups, as many as suit the library or <paramref name="count"/>. The former are kept in memory and found anew only
    /// after the catalogue changed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A count outside <see cref="MoodGrouping.Fewest"/> to <see cref="MoodGrouping.Most"/>.</exception>
    Task<GroupedLibrary> FindAsync(int? count = null, CancellationToken cancellationToken = default);
}

/// <summary>Finds them by the index and what was heard.</summary>
internal sealed class LibraryMoods(ICatalogue catalogue, ITrackSounds sounds) : ILibraryMoods, IDisposable
{
    private readonly SemaphoreSlim _working = new(1, 1);
    private volatile GroupedLibrary? _found;

    public async Task<GroupedLibrary> FindAsync(int? count = null, CancellationToken cancellationToken = default)
    {
        // The catalogue hands out the same index until a track changes.
        var index = await catalogue.IndexAsync(cancellationToken);
        if (count is null && Kept(index) is { } kept) return kept;

        // One at a time: it takes a second of a processor, and who waits for the same finds it done.
        await _working.WaitAsync(cancellationToken);
        try
        {
            if (count is null && Kept(index) is { } other) return other;
            var found = await Task.Run(() => WorkOutAsync(index, count, cancellationToken), cancellationToken);
            if (count is null) _found = found;
            return found;
        }
        finally
        {
            _working.Release();
        }
    }

    public void Dispose() => _working.Dispose();

    private GroupedLibrary? Kept(TrackIndex index) => _found is { } found && found.Index == index ? found : null;

    private async Task<GroupedLibrary> WorkOutAsync(TrackIndex index, int? count, CancellationToken cancellationToken)
    {
        var grouping = new MoodGrouping(index);
        var tones = await sounds.TonesAsync([.. grouping.SampledRows.Select(index.IdOf)], cancellationToken);
        return new(index, grouping.Find(row => tones.TryGetValue(index.IdOf(row), out var tone) ? tone : null, count));
    }
}
