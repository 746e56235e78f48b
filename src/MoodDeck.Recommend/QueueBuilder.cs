using MoodDeck.Recommend.Ranking;

namespace MoodDeck.Recommend;

/// <summary>Orders candidates into a queue: at each place the row of the highest sum whose artist has rested long enough.</summary>
internal sealed class QueueBuilder(TrackIndex index, RankingSum sum)
{
    /// <summary>Rows in playing order with what each place is given for.</summary>
    /// <param name="candidates">Rows to choose from.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="heard">What was heard just before, the latest last.</param>
    public List<(int Row, RowTerms Terms)> Build(int[] candidates, int limit, IReadOnlyList<int> heard)
    {
        var length = Math.Min(limit, candidates.Length);
        var left = candidates.Select(row => (Row: row, Terms: sum.Still(row))).ToList();
        var spacing = new ArtistSpacing(index, candidates);
        var before = new QueueSoFar(index);
        before.Follow(heard);
        var queue = new List<(int Row, RowTerms Terms)>(length);
        var terms = new RowTerms[candidates.Length];
        var ranks = new float[candidates.Length];
        while (queue.Count < length)
        {
            for (var i = 0; i < left.Count; i++)
            {
                terms[i] = left[i].Terms;
                sum.Place(ref terms[i], left[i].Row, queue.Count, before);
                ranks[i] = sum.Rank(terms[i], left[i].Row);
            }

            var pick = Pick(left, ranks, before, spacing, length - queue.Count);
            var row = left[pick].Row;
            queue.Add((row, terms[pick]));
            before.Add(row);
            spacing.Take(index.Artists[row]);
            left.RemoveAt(pick);
        }

        return queue;
    }

    private int Pick(List<(int Row, RowTerms Terms)> left, float[] ranks, QueueSoFar before, ArtistSpacing spacing, int places)
    {
        var best = Best(left, ranks, row => before.Rested(row) >= RankingRules.ArtistGap ? 0 : -1);
        if (best < 0) return Best(left, ranks, before.Rested); // too few artists: the one heard longest ago
        if (!spacing.CanFill(places) || LeavesEnough(left[best].Row, spacing, places)) return best;
        // Few songs are left, so that spending this one would force a repeat later: the fullest artist goes first.
        return Best(left, ranks, row => before.Rested(row) >= RankingRules.ArtistGap ? spacing.LeftOf(index.Artists[row]) : -1);
    }

    private bool LeavesEnough(int row, ArtistSpacing spacing, int places)
    {
        var artist = index.Artists[row];
        spacing.Take(artist);
        var enough = spacing.CanFill(places - 1);
        spacing.PutBack(artist);
        return enough;
    }

    /// <summary>The position of the best-ranked row among those of the highest preference; -1 when none has one of 0 or more.</summary>
    private static int Best(List<(int Row, RowTerms Terms)> left, float[] ranks, Func<int, int> preference)
    {
        var (best, bestPreference) = (-1, 0);
        for (var i = 0; i < left.Count; i++)
        {
            var mine = preference(left[i].Row);
            if (mine < bestPreference || (best >= 0 && mine == bestPreference && ranks[i] <= ranks[best])) continue;
            (best, bestPreference) = (i, mine);
        }

        return best;
    }
}
