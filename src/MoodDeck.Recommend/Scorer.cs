using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend;

/// <summary>How well rows of one index fit one mood under one strategy.</summary>
internal readonly struct Scorer
{
    private readonly TrackIndex _index;
    private readonly Closeness _closeness;
    private readonly bool _focus;
    private readonly float _playableLead;
    private readonly int _seed;
    private readonly int _withoutWords;

    public Scorer(TrackIndex index, VadGaussian target, RecommendationRequest request)
    {
        _index = index;
        _closeness = new(target);
        _focus = request.Strategy == Strategy.Focus;
        _playableLead = request is { Target: null, From: null, Strategy: Strategy.Match or Strategy.Hold }
            ? RankingRules.PlayableLeadWithoutMood
            : RankingRules.PlayableLead;
        _seed = request.Seed;
        _withoutWords = index.Languages.NumberOf(MusicLanguages.WithoutWords);
    }

    /// <summary>What the listener is told, 0 to 1.</summary>
    public float Score(int row)
    {
        var score = _index.ClosenessOf(row, _closeness);
        if (!_focus) return score;
        return _index.Languages[row] switch
        {
            0 => score * RankingRules.MaybeSungWhileFocusing,
            var language when language == _withoutWords => score,
            _ => score * RankingRules.SungWhileFocusing,
        };
    }

    /// <summary>What the queue is ordered by: the score, a lead for what plays here, and the seed's jitter.</summary>
    public float Rank(int row) =>
        Score(row) + (_index.IsPlayable(row) ? _playableLead : 0)
        + (RankingRules.SeedJitter * StableHash.Unit(_index.HashOf(row), _seed));
}
