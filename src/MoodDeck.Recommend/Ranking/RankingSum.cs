using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Columns;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Recommend.Ranking;

/// <summary>
/// The sum a place in a queue is given for. Of a listener of whom nothing was learnt the mood alone counts, up to 1; else mood, taste and
/// novelty share that 1 as the listener weighs them. Repetition and jolts come off, little things go on.
/// </summary>
internal sealed class RankingSum
{
    // From this distance on being led is worth telling.
    private const double LeaningStep = 0.05;

    // A shorter way has no steps one could keep to.
    private const double ShortestWay = 0.05;

    // Before so many hypotheses agree nothing is claimed.
    private const double Sure = 0.8;

    private readonly TrackIndex _index;
    private readonly RecommendationRequest _request;
    private readonly MoodPath _path;
    private readonly ListenerLens? _lens;
    private readonly bool _leans;
    private readonly Dictionary<int, float> _artistLeanings, _genreLeanings;
    private readonly float[]? _languageFactor;
    private readonly float _jitter;

    public RankingSum(TrackIndex index, RecommendationRequest request)
    {
        (_index, _request, _path) = (index, request, MoodPath.Of(request));
        _lens = request.Listener is { Taste.Lessons: > 0 } listener ? new(index, listener) : null;
        (_artistLeanings, _genreLeanings) = (Numbers(index.Artists, request.ArtistLeanings), Numbers(index.Genres, request.GenreLeanings));
        _leans = _lens is not null && MayLean;
        Path = _leans ? MoodPath.Still(_lens!.Lean(_path.End)) : _path;
        _languageFactor = request.Strategy == Strategy.Focus ? FocusFactors() : null;
        _jitter = _lens is null ? RankingRules.SeedJitter : RankingRules.SeedJitterForListener;
        FatigueWeight = _lens?.FatigueWeight ?? RankingRules.FatigueWeight;
    }

    /// <summary>The moods in effect along the queue.</summary>
    public MoodPath Path { get; }

    /// <summary>Whether the listener is led from the mood asked for by what was learnt of them.</summary>
    public bool Leans => _leans && _lens!.SureToLead >= Sure && Path.End.Mean.DistanceTo(_path.End.Mean) > LeaningStep;

    /// <summary>The mood a place is said to want: where nothing is claimed of the listener, the one asked for.</summary>
    public Vad WantedAt(int place) => (Leans ? Path : _leans ? _path : Path).At(place).Mean;

    /// <summary>What repetition takes away.</summary>
    public float FatigueWeight { get; }

    /// <summary>What the track at a place is chosen for; null where no mood was asked for.</summary>
    public ChosenFor? ChosenFor(int place) =>
        _request is { Target: null, From: null } ? null
        : MayLean ? new(_path.End, MayLean: true, null)
        : new(Path.At(place), MayLean: false, Path.Walks ? Path.End.Mean : null);

    // A radio stays with its seed.
    private bool MayLean => _request is { Strategy: Strategy.Match, Target: not null, IsRadio: false };

    /// <summary>The sum as a scan over many rows takes it: simpler, and never so different that the best are missed.</summary>
    public RankTerms ScanTerms() => new()
    {
        MoodWeight = _lens?.MoodWeight ?? 1,
        LanguageFactor = _languageFactor,
        Artist = With(_lens?.ArtistTable(), _index.Artists, _artistLeanings),
        Genre = With(_lens?.GenreTable(), _index.Genres, _genreLeanings),
        Language = _lens?.LanguageTable(),
        PlayableLead = NotHere + (NoMood ? RankingRules.PlayableLeadWithoutMood : 0),
        Row = _lens is null ? new Dictionary<int, float>() : _lens.RowFatigue.ToDictionary(f => f.Key, f => -FatigueWeight * f.Value),
        Jitter = _jitter,
        Seed = _request.Seed,
    };

    /// <summary>What counts wherever in the queue a row comes.</summary>
    public RowTerms Still(int row)
    {
        RowTerms terms = default;
        if (_lens is null && !Path.Walks) SetMood(ref terms, row, Path.End);
        if (_lens is not null)
        {
            (var mood, terms[TermKind.Taste], terms[TermKind.Curiosity]) = _lens.Look(row, Path.Walks ? null : MoodPlace.Of(_path.End), _leans);
            if (!Path.Walks) SetMood(ref terms, row, mood);
        }

        terms[TermKind.Radio] = _artistLeanings.GetValueOrDefault(_index.Artists[row]) + _genreLeanings.GetValueOrDefault(_index.Genres[row]);
        terms[TermKind.Here] = _index.IsPlayable(row) ? 0 : -NotHere;
        terms[TermKind.Draw] = _jitter * (StableHash.Unit(_index.HashOf(row), _request.Seed) - 0.5f);
        return terms;
    }

    /// <summary>Adds what depends on the place.</summary>
    public void Place(ref RowTerms terms, int row, int place, QueueSoFar before)
    {
        if (Path.Walks)
        {
            SetMood(ref terms, row, Path.At(place));
            terms[TermKind.Step] = Step(row, place, before.LastRow);
        }

        var artist = _index.Artists[row];
        if (_lens is not null && _lens.IsNew(row) && !before.Holds(artist)) terms[TermKind.Novelty] = _lens.NoveltyWeight;
        var worn = MathF.Pow((float)PlayMemory.Decay, place);
        var byArtist = Math.Min(1, ((_lens?.ArtistFatigue(row) ?? 0) * worn) + before.FatigueOf(artist));
        terms[TermKind.Variety] = -FatigueWeight * byArtist;
        if (_lens is not null) terms[TermKind.Freshness] = -FatigueWeight * Math.Min(1 - byArtist, _lens.RowFatigue.GetValueOrDefault(row) * worn);
        if (before.LastRow is { } last) terms[TermKind.Flow] = RankingRules.FlowWeight * (float)Flow.Between(_index.MixOf(last), _index.MixOf(row)).Overall;
    }

    /// <summary>What a row is ordered by: its sum and, where no mood was asked for, whether it plays here.</summary>
    public float Rank(in RowTerms terms, int row) =>
        terms.Sum() + (NoMood && _index.IsPlayable(row) ? RankingRules.PlayableLeadWithoutMood : 0);

    /// <summary>Of what the taste in a row is mostly a taste, as far as it speaks for the row or as far as against it.</summary>
    public TasteSubject TasteIn(int row, bool speaksFor) => _lens?.SubjectOf(row, speaksFor) ?? TasteSubject.Unknown;

    /// <summary>Whether a row lies behind the one before it on the way.</summary>
    public bool GoesBack(int before, int row) =>
        _index.MoodOf(before) is { IsKnown: true } from && _index.MoodOf(row) is { IsKnown: true } to && Path.ShareOf(to.Mean) < Path.ShareOf(from.Mean);

    /// <summary>How well a row fits the end of the queue whatever else counts, 0 to 1.</summary>
    public float FitAtEnd(int row) => _index.ClosenessOf(row, new Closeness(Path.End)) * FactorOf(row);

    // A radio stays with its mood, whoever listens.
    private float NotHere => _lens is null || _request.IsRadio ? RankingRules.NotHere : RankingRules.NotHereForListener;

    private bool NoMood => _request is { Target: null, From: null, Strategy: Strategy.Match or Strategy.Hold };

    private void SetMood(ref RowTerms terms, int row, VadGaussian wanted) =>
        SetMood(ref terms, row, (_lens?.MoodWeight ?? 1) * _index.ClosenessOf(row, new Closeness(wanted)));

    private void SetMood(ref RowTerms terms, int row, float mood)
    {
        terms[TermKind.Mood] = mood;
        terms[TermKind.Words] = mood * (FactorOf(row) - 1);
    }

    // How far off its even step a track lies along the way, and whether it goes back.
    private float Step(int row, int place, int? last)
    {
        if (Path.DistanceOnPlane < ShortestWay || !_index.MoodOf(row).IsKnown) return 0;
        var here = Path.ShareOf(_index.MoodOf(row).Mean);
        var off = Math.Min(RankingRules.MostOffStep, RankingRules.OffStep * 10 * Math.Abs(here - Path.ShareAt(place)));
        var back = last is { } l && GoesBack(l, row) ? RankingRules.StepBack : 0;
        return (float)-(off + back);
    }

    private float FactorOf(int row) => _languageFactor is null ? 1 : _languageFactor[_index.Languages[row]];

    private float[] FocusFactors()
    {
        var factors = new float[_index.Languages.ValueCount];
        Array.Fill(factors, RankingRules.SungWhileFocusing);
        factors[0] = RankingRules.MaybeSungWhileFocusing;
        if (_index.Languages.NumberOf(MusicLanguages.WithoutWords) is > 0 and var without) factors[without] = 1;
        return factors;
    }

    private static Dictionary<int, float> Numbers(InternedColumn column, IReadOnlyDictionary<string, float> leanings)
    {
        var numbers = new Dictionary<int, float>();
        foreach (var (name, leaning) in leanings)
            if (column.NumberOf(name) is > 0 and var number) numbers[number] = Math.Clamp(leaning, 0, RecommendationRequest.MostLeaning);
        return numbers;
    }

    private static float[]? With(float[]? table, InternedColumn column, Dictionary<int, float> leanings)
    {
        if (leanings.Count == 0) return table;
        table ??= new float[column.ValueCount];
        foreach (var (number, leaning) in leanings) table[number] += leaning;
        return table;
    }
}
