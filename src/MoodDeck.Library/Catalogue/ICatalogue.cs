using MoodDeck.Core.Music;
using MoodDeck.Recommend;

namespace MoodDeck.Library.Catalogue;

/// <summary>Reads the tracks that MoodDeck knows.</summary>
public interface ICatalogue
{
    /// <summary>One track; null when there is none of that id.</summary>
    Task<Track?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>The tracks of these ids, in their order; ids that are not there are left out.</summary>
    Task<IReadOnlyList<Track>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default);

    /// <summary>The track that lies in a file, by its absolute path, also where it is a copy; null when none does.</summary>
    Task<Track?> FindByPathAsync(string path, CancellationToken cancellationToken = default);

    /// <summary>One page of the tracks that pass a query, by artist and title.</summary>
    Task<TrackPage> SearchAsync(TrackQuery query, CancellationToken cancellationToken = default);

    /// <summary>Makes ready what makes queues and searches quick; without it the first queue and the second search start doing so.</summary>
    Task WarmUpAsync(CancellationToken cancellationToken = default);

    /// <summary>Every track, without a list of them all in memory, in a stable order.</summary>
    IAsyncEnumerable<Track> StreamAsync(TrackSource? source = null, CancellationToken cancellationToken = default);

    /// <summary>What can be filtered by, most tracks first.</summary>
    Task<Facets> FacetsAsync(CancellationToken cancellationToken = default);

    /// <summary>How much there is.</summary>
    Task<CatalogueStats> StatsAsync(CancellationToken cancellationToken = default);

    /// <summary>A number that grows with every change to the tracks, by whichever process.</summary>
    Task<long> VersionAsync(CancellationToken cancellationToken = default);

    /// <summary>The index to choose from; kept in memory and built anew only after a change.</summary>
    Task<TrackIndex> IndexAsync(CancellationToken cancellationToken = default);
}
