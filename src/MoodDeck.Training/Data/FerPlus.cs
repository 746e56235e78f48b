using MoodDeck.Core.Mood;

namespace MoodDeck.Training.Data;

/// <summary>How a label is taken from ten crowd votes.</summary>
public enum FerPlusProtocol
{
    /// <summary>
    /// The FER+ reference code's majority: single votes do not count; the top column must hold more than half of the
    /// votes that are left.
    /// </summary>
    Strict,

    /// <summary>The column with most votes, the first on a tie.</summary>
    Plurality,
}

/// <summary>
/// The rules of the FER+ labels (Barsoum et al. 2016, "Training Deep Networks for Facial Expression Recognition with
/// Crowd-Sourced Label Distribution"): ten vote columns, the eight emotions in index order, then unknown and not-a-face.
/// </summary>
public static class FerPlus
{
    /// <summary>Votes per picture: eight emotions, unknown, not a face.</summary>
    public const int VoteColumns = Emotions.Count + 2;

    /// <summary>The votes a plain label counts as: as many as FER+ asked people.</summary>
    public const int UnanimousVotes = 10;

    /// <summary>The label of a row that the protocol drops.</summary>
    public const int Dropped = -1;

    /// <summary>The label 0..7 of ten votes, or <see cref="Dropped"/>.</summary>
    public static int LabelOf(ReadOnlySpan<byte> votes, FerPlusProtocol protocol)
    {
        var (top, sum) = (0, 0);
        for (var i = 0; i < VoteColumns; i++)
        {
            if (Counted(votes[i], protocol) > Counted(votes[top], protocol)) top = i;
            sum += Counted(votes[i], protocol);
        }

        var enough = protocol == FerPlusProtocol.Plurality ? sum > 0 : Counted(votes[top], protocol) * 2 > sum;
        return enough && top < Emotions.Count ? top : Dropped;
    }

    /// <summary>
    /// The share of each emotion among the votes for emotions, single votes left out. Returns the row's weight: 1, or 0
    /// (and an even target) when no vote is left or most say that it is unknown or no face.
    /// </summary>
    /// <param name="votes">Ten votes.</param>
    /// <param name="target">Receives eight shares that sum to 1.</param>
    public static float SoftTarget(ReadOnlySpan<byte> votes, Span<float> target)
    {
        var sum = 0;
        for (var i = 0; i < Emotions.Count; i++) sum += Counted(votes[i], FerPlusProtocol.Strict);
        if (sum == 0 || LabelOf(votes, FerPlusProtocol.Plurality) == Dropped)
        {
            target[..Emotions.Count].Fill(1f / Emotions.Count);
            return 0;
        }

        for (var i = 0; i < Emotions.Count; i++) target[i] = Counted(votes[i], FerPlusProtocol.Strict) / (float)sum;
        return 1;
    }

    /// <summary>The votes that stand for a plain label: ten for one expression.</summary>
    internal static void Unanimous(Emotion emotion, Span<byte> votes)
    {
        votes.Clear();
        votes[(int)emotion] = UnanimousVotes;
    }

    private static int Counted(byte votes, FerPlusProtocol protocol) =>
        protocol == FerPlusProtocol.Strict && votes == 1 ? 0 : votes;
}
