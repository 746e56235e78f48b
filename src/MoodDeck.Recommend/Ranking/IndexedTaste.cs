using System.Runtime.CompilerServices;
using MoodDeck.Recommend.Columns;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Recommend.Ranking;

/// <summary>A taste by the numbers of an index's columns instead of names. Worked out once for both.</summary>
internal sealed class IndexedTaste
{
    private static readonly ConditionalWeakTable<TasteSnapshot, ConditionalWeakTable<TrackColumns, IndexedTaste>> Kept = [];
    private readonly TasteSnapshot _taste;
    private readonly Dictionary<int, int> _artists, _genres, _languages;

    private IndexedTaste(TasteSnapshot taste, TrackColumns columns)
    {
        _taste = taste;
        (_artists, _genres, _languages) = (Numbers(columns.Artists, taste.Artists), Numbers(columns.Genres, taste.Genres), Numbers(columns.Languages, taste.Languages));
        Artists = new float[columns.Artists.ValueCount];
        foreach (var (number, artist) in _artists) Artists[number] = Liking(-1, artist, -1);
        Languages = new float[columns.Languages.ValueCount];
        foreach (var (number, language) in _languages) Languages[number] = Liking(-1, -1, language);
        Genres = new float[columns.Genres.ValueCount];
        foreach (var (number, genre) in _genres) Genres[number] = Liking(genre, -1, -1);
    }

    /// <summary>How much each artist, by number, is liked for itself, -0.5 to 0.5; 0 where no lesson told.</summary>
    public float[] Artists { get; }

    /// <summary>The same of genres.</summary>
    public float[] Genres { get; }

    /// <summary>The same of languages.</summary>
    public float[] Languages { get; }

    /// <summary>Artists that lessons told of.</summary>
    public IReadOnlyCollection<int> KnownArtists => _artists.Keys;

    /// <summary>That taste for that index.</summary>
    public static IndexedTaste Of(TasteSnapshot taste, TrackIndex index) =>
        Kept.GetValue(taste, _ => []).GetValue(index.Columns, columns => new(taste, columns));

    /// <summary>The numbers of a row's names among the effects; -1 where no lesson told of one.</summary>
    public (int Genre, int Artist, int Language) EffectsOf(TrackIndex index, int row) =>
        (_genres.GetValueOrDefault(index.Genres[row], -1), _artists.GetValueOrDefault(index.Artists[row], -1), _languages.GetValueOrDefault(index.Languages[row], -1));

    /// <summary>What the taste in a row is mostly a taste in, of what speaks for the row or of what against it.</summary>
    public TasteSubject SubjectOf(TrackIndex index, int row, bool speaksFor)
    {
        var (genre, artist, language) = EffectsOf(index, row);
        var known = new[]
        {
            (Subject: TasteSubject.Artist, Known: artist >= 0, Liking: Liking(-1, artist, -1)),
            (Subject: TasteSubject.Genre, Known: genre >= 0, Liking: Liking(genre, -1, -1)),
            (Subject: TasteSubject.Language, Known: language >= 0, Liking: Liking(-1, -1, language)),
        }.Where(s => s.Known && s.Liking != 0 && s.Liking > 0 == speaksFor).ToList();
        return known.Count > 0 ? known.MaxBy(s => Math.Abs(s.Liking)).Subject : TasteSubject.Unknown;
    }

    private float Liking(int genre, int artist, int language)
    {
        var sum = 0.0;
        for (var j = 0; j < TasteModel.Hypotheses; j++) sum += _taste.Taste(j, genre, artist, language);
        return (float)((sum / TasteModel.Hypotheses) - 0.5);
    }

    private static Dictionary<int, int> Numbers(InternedColumn column, IReadOnlyDictionary<string, int> names)
    {
        var effects = new Dictionary<int, int>();
        foreach (var (name, effect) in names)
            if (column.NumberOf(name) is > 0 and var number) effects[number] = effect;
        return effects;
    }
}
