using System.Runtime.InteropServices;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend;

/// <summary>
/// What choosing needs to know of every track, column by column: mood, language, artist, genre, source and whether it
/// plays here. Built once, then only read; safe for concurrent reading.
/// </summary>
public sealed class TrackIndex
{
    private readonly IdColumn _ids = new();
    private readonly List<float> _moods = [];
    private readonly List<ulong> _songs = [];
    private readonly List<byte> _sources = [];
    private readonly List<bool> _playable = [];
    private readonly Dictionary<int, float[]>? _ownMoods;

    private TrackIndex() { }

    private TrackIndex(TrackIndex of, Dictionary<int, float[]> ownMoods)
    {
        (_ids, _moods, _songs, _sources, _playable, _ownMoods) = (of._ids, of._moods, of._songs, of._sources, of._playable, ownMoods);
        (Languages, Artists, Genres) = (of.Languages, of.Artists, of.Genres);
    }

    /// <summary>An index of no tracks.</summary>
    public static TrackIndex Empty { get; } = new();

    /// <summary>How many tracks it holds.</summary>
    public int Count => _ids.Count;

    /// <summary>Languages by code.</summary>
    public InternedColumn Languages { get; } = new(FoldedText.Fold);

    /// <summary>Main artists.</summary>
    public InternedColumn Artists { get; } = new(FoldedText.FoldArtist);

    /// <summary>Genres.</summary>
    public InternedColumn Genres { get; } = new(FoldedText.Fold);

    /// <summary>Takes every track in.</summary>
    public static TrackIndex Of(IEnumerable<Track> tracks)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        var index = new TrackIndex();
        foreach (var track in tracks) index.Add(track);
        return index;
    }

    /// <summary>
    /// The same tracks as somebody feels them: with the valence and arousal of these places, by id, so surely meant, in place of
    /// their own. The columns are shared.
    /// </summary>
    public TrackIndex WithPlaces(IReadOnlyDictionary<string, Vad> places, double sigma)
    {
        ArgumentNullException.ThrowIfNull(places);
        return places.Count == 0 ? this : new(this, RowsOf([.. places.Keys]).ToDictionary(row => row, row =>
        {
            var (place, own) = (places[IdOf(row)], MoodOf(row));
            return SixOf(new(own.Mean with { Valence = place.Valence, Arousal = place.Arousal }, own.Sigma with { Valence = sigma, Arousal = sigma }));
        }));
    }

    /// <summary>The id of a row.</summary>
    public string IdOf(int row) => _ids[row];

    /// <summary>The mood of a row.</summary>
    public TrackMood MoodOf(int row)
    {
        var m = Six(row);
        return new(new(m[0], m[1], m[2]), new(Math.Sqrt(m[3]), Math.Sqrt(m[4]), Math.Sqrt(m[5])));
    }

    /// <summary>The source of a row.</summary>
    public TrackSource SourceOf(int row) => (TrackSource)_sources[row];

    /// <summary>Whether a row plays here.</summary>
    public bool IsPlayable(int row) => _playable[row];

    /// <summary>The rows of tracks, by id.</summary>
    internal IEnumerable<int> RowsOf(IReadOnlyCollection<string> ids)
    {
        // Hashes first: making a string of every id would cost more than choosing.
        var hashes = ids.Select(id => StableHash.Of(id)).ToHashSet();
        var names = ids.ToHashSet(StringComparer.Ordinal);
        for (var row = 0; row < Count; row++)
            if (hashes.Contains(HashOf(row)) && names.Contains(IdOf(row))) yield return row;
    }

    internal ulong HashOf(int row) => _ids.HashOf(row);

    /// <summary>Equal for one song that came in from two sources.</summary>
    internal ulong SongOf(int row) => _songs[row];

    internal float ClosenessOf(int row, in Closeness closeness)
    {
        var m = Six(row);
        return closeness.To(m[0], m[1], m[2], m[3], m[4], m[5]);
    }

    /// <summary>Mean valence, arousal, dominance, then their variances.</summary>
    private ReadOnlySpan<float> Six(int row) =>
        _ownMoods is not null && _ownMoods.TryGetValue(row, out var own) ? own : CollectionsMarshal.AsSpan(_moods).Slice(row * 6, 6);

    private void Add(Track track)
    {
        _ids.Add(track.Id);
        _moods.AddRange(SixOf(track.Mood));
        _songs.Add(SongOf(track));
        Languages.Add(track.Language);
        Artists.Add(track.Artist);
        Genres.Add(track.Genre);
        _sources.Add((byte)track.Source);
        _playable.Add(track.IsPlayable);
    }

    private static float[] SixOf(TrackMood mood)
    {
        var (mean, sigma) = (mood.Mean, mood.Sigma);
        return
        [
            (float)mean.Valence, (float)mean.Arousal, (float)mean.Dominance,
            Squared(sigma.Valence), Squared(sigma.Arousal), Squared(sigma.Dominance),
        ];
    }

    private static ulong SongOf(Track track) => track.Artist is { Length: > 0 }
        ? StableHash.Of(FoldedText.FoldArtist(track.Artist) + "\n" + FoldedText.Fold(track.Title))
        : StableHash.Of(track.Id);

    private static float Squared(double x) => (float)(x * x);
}
