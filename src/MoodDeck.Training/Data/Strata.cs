namespace MoodDeck.Training.Data;

/// <summary>What splits keep in proportion: the label, or where there is none, what most voted for.</summary>
internal static class Strata
{
    // Above FER2013's seven, below NoLabel: a voted row never shares a draw with a labelled one.
    private const int FirstVoted = 16;

    /// <summary>The stratum of a row; rows of which nothing is known share one.</summary>
    public static int Of(FaceImageSet set, int row)
    {
        if (set.Labels[row] != FaceImageSet.NoLabel || set.Votes is null) return set.Labels[row];
        var voted = FerPlus.LabelOf(set.VotesOf(row), FerPlusProtocol.Plurality);
        return voted == FerPlus.Dropped ? FaceImageSet.NoLabel : FirstVoted + voted;
    }
}
