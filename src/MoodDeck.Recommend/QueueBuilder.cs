namespace MoodDeck.Recommend;

/// <summary>Orders candidates into a queue: at each place the best-ranked song whose artist has rested long enough.</summary>
internal sealed class QueueBuilder(TrackIndex index, RecommendationRequest request, MoodPath path)
{
    /// <summary>Rows in playing order with the score each has at its place.</summary>
    public List<(int Row, float Score)> Build(int[] candidates)
    {
        var length = Math.Min(request.Limit, candidates.Length);
        var left = new List<int>(candidates);
        var spacing = new ArtistSpacing(index, candidates);
        var queue = new List<(int Row, float Score)>(length);
        var ranks = new float[candidates.Length];
        for (var place = 0; place < length; place++)
        {
            var scorer = new Scorer(index, path.At(place, length), request);
            for (var i = 0; i < left.Count; i++) ranks[i] = scorer.Rank(left[i]);
            var pick = Pick(left, ranks, queue, spacing, length - place);
            queue.Add((left[pick], scorer.Score(left[pick])));
            spacing.Take(index.Artists[left[pick]]);
            left.RemoveAt(pick);
        }

        return queue;
    }

    private int Pick(List<int> left, float[] ranks, List<(int Row, float Score)> queue, ArtistSpacing spacing, int places)
    {
        var best = Best(left, ranks, row => Rested(row, queue) >= RankingRules.ArtistGap ? 0 : -1);
        if (best < 0) return Best(left, ranks, row => Rested(row, queue)); // too few artists: the one heard longest ago
        if (!spacing.CanFill(places) || LeavesEnough(left[best], spacing, places)) return best;
        // Few songs are left, so that spending this one would force a repeat later: the fullest artist goes first.
        return Best(left, ranks, row => Rested(row, queue) >= RankingRules.ArtistGap ? spacing.LeftOf(index.Artists[row]) : -1);
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
    private static int Best(List<int> left, float[] ranks, Func<int, int> preference)
    {
        var (best, bestPreference) = (-1, 0);
        for (var i = 0; i < left.Count; i++)
        {
            var mine = preference(left[i]);
            if (mine < bestPreference || (best >= 0 && mine == bestPreference && ranks[i] <= ranks[best])) continue;
            (best, bestPreference) = (i, mine);
        }

        return best;
    }

    /// <summary>How many places ago this row's artist was last heard, <see cref="RankingRules.ArtistGap"/> at most.</summary>
    private int Rested(int row, List<(int Row, float Score)> queue)
    {
        var artist = index.Artists[row];
        if (artist == 0) return RankingRules.ArtistGap;
        for (var back = 1; back < RankingRules.ArtistGap && back <= queue.Count; back++)
            if (index.Artists[queue[^back].Row] == artist) return back;
        return RankingRules.ArtistGap;
    }
}
