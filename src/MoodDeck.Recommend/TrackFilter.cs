using MoodDeck.Core.Music;

namespace MoodDeck.Recommend;

/// <summary>The filters of a request.</summary>
[Flags]
internal enum FilterKinds
{
    None = 0,
    Language = 1,
    Artist = 2,
    Genre = 4,
    Source = 8,
}

/// <summary>The filters of one request, resolved against one index.</summary>
internal sealed class TrackFilter
{
    private readonly TrackIndex _index;
    private readonly bool[]? _languages;
    private readonly bool[]? _artists;
    private readonly bool[]? _genres;
    private readonly bool[]? _sources;
    private readonly HashSet<ulong> _excludedSongs;

    public TrackFilter(TrackIndex index, RecommendationRequest request)
    {
        _index = index;
        _languages = Wanted(index.Languages, request.Languages);
        _artists = Wanted(index.Artists, request.Artists);
        _genres = Wanted(index.Genres, request.Genres);
        if (request.Sources.Count > 0)
        {
            _sources = new bool[TrackSources.Names.Count];
            foreach (var source in request.Sources) _sources[(int)source] = true;
        }

        _excludedSongs = SongsOf(index, request.ExcludedIds);
    }

    /// <summary>Whether any filter is set.</summary>
    public bool Any => _languages is not null || _artists is not null || _genres is not null || _sources is not null;

    /// <summary>Whether the listener asked not to see this row, or another row of the same song.</summary>
    public bool Excludes(int row) => _excludedSongs.Count > 0 && _excludedSongs.Contains(_index.SongOf(row));

    /// <summary>The filters a row fails.</summary>
    public FilterKinds Failed(int row)
    {
        var failed = FilterKinds.None;
        if (_languages is not null && !_languages[_index.Languages[row]]) failed |= FilterKinds.Language;
        if (_artists is not null && !_artists[_index.Artists[row]]) failed |= FilterKinds.Artist;
        if (_genres is not null && !_genres[_index.Genres[row]]) failed |= FilterKinds.Genre;
        if (_sources is not null && !_sources[(int)_index.SourceOf(row)]) failed |= FilterKinds.Source;
        return failed;
    }

    private static HashSet<ulong> SongsOf(TrackIndex index, IReadOnlyCollection<string> ids) =>
        ids.Count == 0 ? [] : [.. index.RowsOf(ids).Select(index.SongOf)];

    private static bool[]? Wanted(InternedColumn column, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return null;
        var wanted = new bool[column.ValueCount];
        foreach (var text in texts) wanted[column.NumberOf(text)] = true;
        wanted[0] = false; // "unknown" also stands for a text no track has; neither passes
        return wanted;
    }
}
