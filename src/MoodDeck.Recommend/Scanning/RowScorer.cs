using System.Numerics;
using MoodDeck.Core.Mood;
using MoodDeck.Recommend.Columns;

namespace MoodDeck.Recommend.Scanning;

/// <summary>The ranks of rows for one mood: of one row, of a block at once, and what no row of a block can exceed.</summary>
internal sealed class RowScorer
{
    // What rounding may make of a bound.
    private const float Slack = 1e-5f;

    private readonly TrackIndex _index;
    private readonly TrackColumns _columns;
    private readonly RankTerms _terms;
    private readonly Closeness _closeness;

    public RowScorer(TrackIndex index, VadGaussian target, RankTerms terms)
    {
        (_index, _columns, _terms) = (index, index.Columns, terms);
        _closeness = new(target);
    }

    /// <summary>The rank of one row.</summary>
    public float Rank(int row)
    {
        var rank = _terms.MoodWeight * _index.ClosenessOf(row, _closeness);
        if (_terms.LanguageFactor is { } factor) rank *= factor[_columns.Languages[row]];
        if (_terms.Artist is { } artist) rank += artist[_columns.Artists[row]];
        if (_terms.Genre is { } genre) rank += genre[_columns.Genres[row]];
        if (_terms.Language is { } language) rank += language[_columns.Languages[row]];
        if (_index.IsPlayable(row)) rank += _terms.PlayableLead;
        if (_terms.Row.Count > 0 && _terms.Row.TryGetValue(row, out var own)) rank += own;
        return rank + (_terms.Jitter * StableHash.Unit(_index.HashOf(row), _terms.Seed));
    }

    /// <summary>What no row of each block can exceed, terms of single rows and own moods left out.</summary>
    /// <param name="bounds">One for each block; as long as <see cref="Blocks.Lowest"/> is.</param>
    /// <param name="highest">What other terms give at most.</param>
    public void Bound(Span<float> bounds, HighestTerms highest)
    {
        var blocks = _columns.Blocks;
        var factor = _terms.MoodWeight * highest.LanguageFactor;
        var most = highest.Sum + Math.Max(0, _terms.Jitter) + Slack;
        for (var i = 0; i < blocks.Count; i += Vector<float>.Count)
            ((_closeness.Bound(blocks.Lowest, blocks.Highest, i) * factor) + new Vector<float>(most)).CopyTo(bounds[i..]);

        if (_terms.PlayableLead == 0) return;
        for (var block = 0; block < blocks.Count; block++)
            bounds[block] += !blocks.AnySilent(block) ? _terms.PlayableLead : blocks.AnyPlayable(block) ? Math.Max(0, _terms.PlayableLead) : 0;
    }

    /// <summary>The ranks of a block's rows, terms of single rows and own moods left out; what lies past the last row means nothing.</summary>
    /// <param name="block">Which block.</param>
    /// <param name="ranks"><see cref="Blocks.Size"/> numbers.</param>
    public void Fill(int block, Span<float> ranks)
    {
        FillCloseness(block * Blocks.Size, ranks);
        var rows = _columns.Blocks.RowsOf(block);
        var (start, count) = rows.GetOffsetAndLength(_columns.Blocks.RowCount);
        if (_terms.LanguageFactor is { } factor)
            for (var i = 0; i < count; i++) ranks[i] *= factor[_columns.Languages[start + i]];
        if (_terms.Artist is { } artist)
            for (var i = 0; i < count; i++) ranks[i] += artist[_columns.Artists[start + i]];
        if (_terms.Genre is { } genre)
            for (var i = 0; i < count; i++) ranks[i] += genre[_columns.Genres[start + i]];
        if (_terms.Language is { } language)
            for (var i = 0; i < count; i++) ranks[i] += language[_columns.Languages[start + i]];
        if (_terms.PlayableLead != 0 && _columns.Blocks.AnyPlayable(block))
            for (var i = 0; i < count; i++) ranks[i] += (_columns.Flags[start + i] & TrackIndex.PlayableFlag) != 0 ? _terms.PlayableLead : 0;
        if (_terms.Jitter != 0) AddJitter(_columns.Ids.Keys.Slice(start, count), ranks);
    }

    private void FillCloseness(int start, Span<float> ranks)
    {
        var moods = _columns.Moods;
        var weight = _terms.MoodWeight;
        for (var i = 0; i < Blocks.Size; i += Vector<short>.Count)
        {
            var (v, v2) = Read(moods[0], start + i);
            var (a, a2) = Read(moods[1], start + i);
            var (d, d2) = Read(moods[2], start + i);
            var (sv, sv2) = Read(moods[3], start + i);
            var (sa, sa2) = Read(moods[4], start + i);
            var (sd, sd2) = Read(moods[5], start + i);
            (_closeness.To(v, a, d, sv, sa, sd) * weight).CopyTo(ranks[i..]);
            (_closeness.To(v2, a2, d2, sv2, sa2, sd2) * weight).CopyTo(ranks[(i + Vector<float>.Count)..]);
        }
    }

    private static (Vector<float> First, Vector<float> Second) Read(short[] column, int start)
    {
        Vector.Widen(new Vector<short>(column, start), out var first, out var second);
        return (Vector.ConvertToSingle(first) * MoodColumns.Step, Vector.ConvertToSingle(second) * MoodColumns.Step);
    }

    private void AddJitter(ReadOnlySpan<ulong> keys, Span<float> ranks)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= keys.Length; i += Vector<float>.Count)
        {
            var hash = Vector.Narrow(new Vector<ulong>(keys[i..]), new Vector<ulong>(keys[(i + Vector<ulong>.Count)..]));
            (new Vector<float>(ranks[i..]) + (StableHash.Unit(hash, _terms.Seed) * _terms.Jitter)).CopyTo(ranks[i..]);
        }

        for (; i < keys.Length; i++) ranks[i] += _terms.Jitter * StableHash.Unit(keys[i], _terms.Seed);
    }
}
