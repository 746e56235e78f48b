using MoodDeck.Core.Music;
using MoodDeck.Recommend.Columns;

namespace MoodDeck.Recommend.Scanning;

/// <summary>The filters of a request.</summary>
[Flags]
internal enum FilterKinds : byte
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
    // Where the artists asked for have fewer rows than one in so many, those are gone through instead of all.
    private const int NarrowShare = 32;

    private readonly TrackIndex _index;
    private readonly FilterKinds[]? _languages;
    private readonly FilterKinds[]? _artists;
    private readonly FilterKinds[]? _genres;
    private readonly FilterKinds[]? _sources;
    private readonly uint _wantedSources = uint.MaxValue;
    private readonly HashSet<ulong> _excludedSongs;

    public TrackFilter(TrackIndex index, RecommendationRequest request)
    {
        _index = index;
        _languages = Unwanted(index.Languages, request.Languages, FilterKinds.Language);
        _artists = Unwanted(index.Artists, request.Artists, FilterKinds.Artist);
        _genres = Unwanted(index.Genres, request.Genres, FilterKinds.Genre);
        if (request.Sources.Count > 0)
        {
            _sources = [.. Enumerable.Repeat(FilterKinds.Source, TrackSources.Names.Count)];
            foreach (var source in request.Sources) _sources[(int)source] = FilterKinds.None;
            _wantedSources = request.Sources.Aggregate(0u, (wanted, source) => wanted | Blocks.BitOf(source));
        }

        _excludedSongs = SongsOf(index, request.ExcludedIds);
        Narrow = RowsOf(index, request.Artists);
    }

    /// <summary>Whether any filter is set.</summary>
    public bool Any => _languages is not null || _artists is not null || _genres is not null || _sources is not null;

    /// <summary>The only rows that can pass, where these are few; null where all have to be looked at.</summary>
    public int[]? Narrow { get; }

    /// <summary>Whether the listener asked not to see this row, or another row of the same song.</summary>
    public bool Excludes(int row) => _excludedSongs.Count > 0 && _excludedSongs.Contains(_index.SongOf(row));

    /// <summary>Whether tracks in a language, by number, can pass.</summary>
    public bool PassesLanguage(int language) => _languages is null || _languages[language] == FilterKinds.None;

    /// <summary>Whether tracks by an artist, by number, can pass.</summary>
    public bool PassesArtist(int artist) => _artists is null || _artists[artist] == FilterKinds.None;

    /// <summary>Whether tracks of a genre, by number, can pass.</summary>
    public bool PassesGenre(int genre) => _genres is null || _genres[genre] == FilterKinds.None;

    /// <summary>Whether a block has rows from any source that is asked for.</summary>
    public bool PassesSourceIn(int block) => (_index.Columns.Blocks.SourcesOf(block) & _wantedSources) != 0;

    /// <summary>Whether a row passes every filter.</summary>
    public bool Passes(int row) =>
        (_genres is null || PassesGenre(_index.Genres[row])) && (_languages is null || PassesLanguage(_index.Languages[row]))
        && (_artists is null || PassesArtist(_index.Artists[row])) && (_sources is null || _sources[(int)_index.SourceOf(row)] == FilterKinds.None);

    /// <summary>The filters a row fails.</summary>
    public FilterKinds Failed(int row)
    {
        var failed = FilterKinds.None;
        if (_languages is not null) failed |= _languages[_index.Languages[row]];
        if (_artists is not null) failed |= _artists[_index.Artists[row]];
        if (_genres is not null) failed |= _genres[_index.Genres[row]];
        if (_sources is not null) failed |= _sources[(int)_index.SourceOf(row)];
        return failed;
    }

    private static HashSet<ulong> SongsOf(TrackIndex index, IReadOnlyCollection<string> ids) =>
        ids.Count == 0 ? [] : [.. index.RowsOf(ids).Select(index.SongOf)];

    private static int[]? RowsOf(TrackIndex index, IReadOnlyList<string> artists)
    {
        if (artists.Count == 0) return null;
        var rows = index.Columns.ArtistRows;
        var numbers = artists.Select(index.Artists.NumberOf).Where(n => n != 0).Distinct().ToList();
        return numbers.Sum(rows.CountOf) * NarrowShare > index.Count ? null : [.. numbers.SelectMany(n => rows.Of(n).ToArray()).Order()];
    }

    private static FilterKinds[]? Unwanted(InternedColumn column, IReadOnlyList<string> texts, FilterKinds filter)
    {
        if (texts.Count == 0) return null;
        var unwanted = new FilterKinds[column.ValueCount];
        Array.Fill(unwanted, filter);
        foreach (var text in texts) unwanted[column.NumberOf(text)] = FilterKinds.None;
        unwanted[0] = filter; // "unknown" also stands for a text no track has; neither passes
        return unwanted;
    }
}
