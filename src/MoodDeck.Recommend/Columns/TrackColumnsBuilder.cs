using System.Runtime.InteropServices;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Columns;

/// <summary>Gathers the columns of an index track by track.</summary>
internal sealed class TrackColumnsBuilder
{
    private readonly List<ulong> _keys = [];
    private readonly Dictionary<int, string> _texts = [];
    private readonly List<TrackMood> _moods = [];
    private readonly List<TrackMix> _mixes = [];
    private readonly List<ulong> _songs = [];
    private readonly List<byte> _flags = [];
    private readonly InternedBuilder _languages = new(), _artists = new(), _genres = new();

    public void Add(in TrackEntry entry)
    {
        var (key, isWhole) = IdColumn.KeyOf(entry.Id);
        if (!isWhole) _texts.Add(_keys.Count, entry.Id);
        _keys.Add(key);
        _moods.Add(entry.Mood);
        _mixes.Add(entry.Mix);
        _songs.Add(entry.ArtistKey.Length > 0 ? StableHash.Of(entry.ArtistKey + "\n" + entry.TitleKey) : StableHash.Of(entry.Id));
        _flags.Add((byte)((int)entry.Source | (entry.IsPlayable ? TrackIndex.PlayableFlag : 0)));
        _languages.Add(entry.Language, FoldedText.Fold(entry.Language));
        _artists.Add(entry.Artist, entry.ArtistKey);
        _genres.Add(entry.Genre, entry.GenreKey);
    }

    public TrackColumns Build()
    {
        var order = RowOrder.Of(CollectionsMarshal.AsSpan(_moods), CollectionsMarshal.AsSpan(_flags));
        var moods = MoodColumns.Zero(order.Length);
        var mixes = MixColumns.Unknown(order.Length);
        var texts = new Dictionary<int, string>();
        for (var row = 0; row < order.Length; row++)
        {
            MoodColumns.Set(moods, row, _moods[order[row]]);
            mixes.Set(row, _mixes[order[row]]);
            if (_texts.Count > 0 && _texts.TryGetValue(order[row], out var text)) texts.Add(row, text);
        }

        return new(
            new(InOrder(_keys, order), texts), new(moods), mixes, InOrder(_songs, order), InOrder(_flags, order), _languages.Build(order),
            _artists.Build(order), _genres.Build(order));
    }

    private static T[] InOrder<T>(List<T> values, int[] order)
    {
        var ordered = new T[order.Length];
        for (var row = 0; row < ordered.Length; row++) ordered[row] = values[order[row]];
        return ordered;
    }
}
