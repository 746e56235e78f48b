using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Columns;
using MoodDeck.Recommend.Ranking;

namespace MoodDeck.Recommend;

/// <summary>
/// What choosing needs to know of every track, column by column: mood, language, artist, genre, source, tempo, key, loudness and
/// whether it plays here, in some 55 bytes a track. Built once, then only read; safe for concurrent reading. Rows are in an order of
/// their own, in which neighbours are alike.
/// </summary>
public sealed class TrackIndex
{
    /// <summary>The flag of a row that plays here; the other bits say its source.</summary>
    internal const byte PlayableFlag = 0x80;

    private readonly Dictionary<int, TrackMood>? _ownMoods;

    internal TrackIndex(TrackColumns columns, Dictionary<int, TrackMood>? ownMoods = null) => (Columns, _ownMoods) = (columns, ownMoods);

    /// <summary>An index of no tracks.</summary>
    public static TrackIndex Empty { get; } = Of(Array.Empty<TrackEntry>());

    /// <summary>How many tracks it holds.</summary>
    public int Count => Columns.Ids.Count;

    /// <summary>Languages by code.</summary>
    public InternedColumn Languages => Columns.Languages;

    /// <summary>Main artists.</summary>
    public InternedColumn Artists => Columns.Artists;

    /// <summary>Genres.</summary>
    public InternedColumn Genres => Columns.Genres;

    internal TrackColumns Columns { get; }

    /// <summary>What its songs are like by who made them.</summary>
    internal ArtistMoods ArtistMoods => Columns.ArtistMoods.Value;

    /// <summary>The rows whose mood is a listener's own word.</summary>
    internal IReadOnlyCollection<int> OwnMoods => _ownMoods is null ? [] : _ownMoods.Keys;

    /// <summary>Whether the mood of a row is a listener's own word.</summary>
    internal bool IsOwnMood(int row) => _ownMoods?.ContainsKey(row) == true;

    /// <summary>Takes every track in.</summary>
    public static TrackIndex Of(IEnumerable<Track> tracks) => Of(tracks.Select(TrackEntry.Of));

    /// <summary>Takes every track in.</summary>
    public static TrackIndex Of(IEnumerable<TrackEntry> tracks)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        var builder = new TrackColumnsBuilder();
        foreach (var track in tracks) builder.Add(track);
        return new(builder.Build());
    }

    /// <summary>
    /// The same tracks as somebody feels them: with the valence and arousal of these places, by id, so surely meant, in place of
    /// their own. The columns are shared.
    /// </summary>
    public TrackIndex WithPlaces(IReadOnlyDictionary<string, Vad> places, double sigma)
    {
        ArgumentNullException.ThrowIfNull(places);
        return places.Count == 0 ? this : new(Columns, RowsOf([.. places.Keys]).ToDictionary(row => row, row =>
        {
            var (place, own) = (places[IdOf(row)], MoodOf(row));
            return new TrackMood(own.Mean with { Valence = place.Valence, Arousal = place.Arousal }, own.Sigma with { Valence = sigma, Arousal = sigma });
        }));
    }

    /// <summary>The id of a row.</summary>
    public string IdOf(int row) => Columns.Ids[row];

    /// <summary>The mood of a row.</summary>
    public TrackMood MoodOf(int row) => _ownMoods is not null && _ownMoods.TryGetValue(row, out var own) ? own : Columns.Moods.At(row);

    /// <summary>The source of a row.</summary>
    public TrackSource SourceOf(int row) => (TrackSource)(Columns.Flags[row] & ~PlayableFlag);

    /// <summary>Whether a row plays here.</summary>
    public bool IsPlayable(int row) => (Columns.Flags[row] & PlayableFlag) != 0;

    /// <summary>Tempo, key and loudness of a row.</summary>
    public TrackMix MixOf(int row) => Columns.Mixes.At(row);

    /// <summary>The rows of tracks, by id, each once; ids that are not there are left out.</summary>
    internal IEnumerable<int> RowsOf(IReadOnlyCollection<string> ids) => ids.Select(Columns.Ids.Find).Where(row => row >= 0).Distinct();

    /// <summary>A number that is the same for a track in every process, and random from track to track.</summary>
    internal ulong HashOf(int row) => Columns.Ids.Keys[row];

    /// <summary>Equal for one song that came in from two sources.</summary>
    internal ulong SongOf(int row) => Columns.Songs[row];

    internal float ClosenessOf(int row, in Closeness closeness) => (float)closeness.To(MoodOf(row));
}
