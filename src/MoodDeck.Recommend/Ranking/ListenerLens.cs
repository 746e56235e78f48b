using MoodDeck.Core.Mood;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Recommend.Ranking;

/// <summary>Rows of an index as one listener would be pleased by them: means over the hypotheses of their taste.</summary>
internal sealed class ListenerLens
{
    // How much of what the hypotheses differ by goes to trying; the most that trying may lift a track.
    private const double Curiosity = 0.3;
    private const double MostCuriosity = 0.08;

    private readonly TrackIndex _index;
    private readonly TasteSnapshot _taste;
    private readonly IndexedTaste _indexed;
    private readonly IReadOnlySet<string> _heard;
    private readonly double _scale;
    private readonly Dictionary<int, bool> _new = [];
    private readonly Dictionary<int, float> _artistFatigue = [];
    private readonly Dictionary<int, float> _rowFatigue = [];

    public ListenerLens(TrackIndex index, ListenerTaste listener)
    {
        (_index, _taste) = (index, listener.Taste);
        _indexed = IndexedTaste.Of(_taste, index);
        _heard = listener.Plays.HeardArtists;
        Remember(listener.Plays);
        var (mood, taste, novelty, fatigue) = (0.0, 0.0, 0.0, 0.0);
        foreach (ref readonly var leading in _taste.Leading)
            (mood, taste, novelty, fatigue) = (mood + leading.MoodWeight, taste + leading.TasteWeight, novelty + leading.NoveltyWeight, fatigue + leading.FatigueWeight);
        foreach (ref readonly var leading in _taste.Leading) SureToLead += leading.Pull > 0 ? 1.0 / TasteModel.Hypotheses : 0;
        // A taste that is neither for nor against a track adds nothing, and the best track there could be has a score of 1.
        _scale = 1 / (1 - (taste / TasteModel.Hypotheses / 2)) / TasteModel.Hypotheses;
        (MoodWeight, TasteWeight) = ((float)(_scale * mood), (float)(_scale * taste));
        (NoveltyWeight, FatigueWeight) = ((float)(_scale * novelty), (float)(_scale * fatigue));
    }

    /// <summary>What a perfect fit to the mood adds; with half of <see cref="TasteWeight"/> and <see cref="NoveltyWeight"/> it makes 1.</summary>
    public float MoodWeight { get; }

    /// <summary>How much a track that is loved has before one that is hated.</summary>
    public float TasteWeight { get; }

    /// <summary>What a new artist adds.</summary>
    public float NoveltyWeight { get; }

    /// <summary>What a song takes off that was just heard.</summary>
    public float FatigueWeight { get; }

    /// <summary>Rows heard lately, with the fatigue of each song.</summary>
    public IReadOnlyDictionary<int, float> RowFatigue => _rowFatigue;

    /// <summary>How sure it is that this listener likes to be led: the share of hypotheses that say so.</summary>
    public double SureToLead { get; }

    /// <summary>Where this listener likes to be led from a mood, with how unsure that is added to its spread.</summary>
    public VadGaussian Lean(VadGaussian mood)
    {
        var (v, a, vv, aa, keep) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (ref readonly var leading in _taste.Leading)
        {
            var (tv, ta) = (Led(mood.Mean.Valence, leading.GoalOfValence, leading.Pull), Led(mood.Mean.Arousal, leading.GoalOfArousal, leading.Pull));
            (v, a, vv, aa, keep) = (v + tv, a + ta, vv + (tv * tv), aa + (ta * ta), keep + ((1 - leading.Pull) * (1 - leading.Pull)));
        }

        const int n = TasteModel.Hypotheses;
        (v, a, vv, aa, keep) = (v / n, a / n, vv / n, aa / n, keep / n);
        var covariance = mood.Covariance with
        {
            VV = (keep * mood.Covariance.VV) + Math.Max(0, vv - (v * v)),
            AA = (keep * mood.Covariance.AA) + Math.Max(0, aa - (a * a)),
            VA = keep * mood.Covariance.VA,
        };
        return new((mood.Mean with { Valence = v, Arousal = a }).Clamp(), covariance);
    }

    /// <summary>
    /// What a row would give at a mood: what the mood gives, what taste gives and what is to be learnt, each weighed as the sum weighs it.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="mood">Where the listener is, or what the strategy wants; null to look at taste alone.</param>
    /// <param name="leans">Whether the listener may be led from there.</param>
    public (float Mood, float Taste, float Curiosity) Look(int row, MoodPlace? mood, bool leans)
    {
        var place = mood is null ? default : _index.ArtistMoods.PlaceOf(_index, row);
        var (genre, artist, language) = _indexed.EffectsOf(_index, row);
        var (moods, tastes, squares) = (0.0, 0.0, 0.0);
        for (var j = 0; j < TasteModel.Hypotheses; j++)
        {
            ref readonly var leading = ref _taste.Leading[j];
            var fits = mood is { } m ? leading.MoodWeight * leading.Fit(m, place, leans) : 0;
            var pleases = leading.TasteWeight * (_taste.Taste(j, genre, artist, language) - 0.5);
            (moods, tastes, squares) = (moods + fits, tastes + pleases, squares + ((fits + pleases) * (fits + pleases)));
        }

        var mean = (moods + tastes) * _scale;
        var variance = Math.Max(0, (squares * _scale * _scale * TasteModel.Hypotheses) - (mean * mean));
        // The hypotheses say nothing of names no lesson told of, but they would differ there.
        if (artist < 0 && _index.Artists[row] != 0) variance += Squared(TasteWeight * TasteEffects.SpreadOfUnknown(genre: false));
        if (genre < 0 && _index.Genres[row] != 0) variance += Squared(TasteWeight * TasteEffects.SpreadOfUnknown(genre: true));
        return ((float)(moods * _scale), (float)(tastes * _scale), (float)Math.Min(MostCuriosity, Curiosity * Math.Sqrt(variance)));
    }

    /// <summary>What the taste in a row is mostly a taste in.</summary>
    public TasteSubject SubjectOf(int row, bool speaksFor) => _indexed.SubjectOf(_index, row, speaksFor);

    /// <summary>Whether the artist of a row was never heard by the listener.</summary>
    public bool IsNew(int row) => _index.Artists[row] is > 0 and var artist && IsNewArtist(artist);

    /// <summary>How much the artist of a row was heard just before, 0 to 1.</summary>
    public float ArtistFatigue(int row) => _artistFatigue.GetValueOrDefault(_index.Artists[row]);

    /// <summary>What each artist, by number, gains or loses in the eyes of a scan that does not look closer.</summary>
    public float[] ArtistTable()
    {
        // An artist of whom nothing is known stands at 0, as most do; who was heard is no longer new. Of those heard only the ones with
        // lessons or lately played are looked up: a scan may take others for new.
        var table = new float[_indexed.Artists.Length];
        foreach (var number in _indexed.KnownArtists.Union(_artistFatigue.Keys))
            table[number] = (TasteWeight * _indexed.Artists[number]) - (IsNewArtist(number) ? 0 : NoveltyWeight) - (FatigueWeight * _artistFatigue.GetValueOrDefault(number));
        return table;
    }

    /// <summary>The same of genres.</summary>
    public float[] GenreTable() => [.. _indexed.Genres.Select(liking => TasteWeight * liking)];

    /// <summary>The same of languages.</summary>
    public float[] LanguageTable() => [.. _indexed.Languages.Select(liking => TasteWeight * liking)];

    private bool IsNewArtist(int artist)
    {
        if (!_new.TryGetValue(artist, out var isNew)) _new[artist] = isNew = !_heard.Contains(_index.Artists.KeyOf(artist));
        return isNew;
    }

    private void Remember(PlayMemory plays)
    {
        var weight = 1f;
        foreach (var (id, artist) in plays.Recent.Take(PlayMemory.Span))
        {
            if (artist.Length > 0 && _index.Artists.NumberOf(artist) is > 0 and var number)
                _artistFatigue[number] = Math.Min(1, _artistFatigue.GetValueOrDefault(number) + (weight * (float)PlayMemory.SameArtist));
            foreach (var row in _index.RowsOf([id]))
                _rowFatigue[row] = Math.Min(1, _rowFatigue.GetValueOrDefault(row) + (weight * (float)(1 - PlayMemory.SameArtist)));
            weight *= (float)PlayMemory.Decay;
        }
    }

    private static double Led(double mood, double goal, double pull) => mood + (pull * (goal - mood));

    private static double Squared(double x) => x * x;
}
