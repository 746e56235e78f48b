using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Columns;

/// <summary>
/// The order of rows in which neighbours are alike: what plays here apart from what does not, tracks of a sure mood apart from those
/// of an unsure one, and within these along <see cref="MoodCurve"/>.
/// </summary>
internal static class RowOrder
{
    private const int CurveBits = 12;

    // The spread of tags and ratings, of tables, of listening, and of what is hardly known.
    private static readonly double[] s_bands = [0.2, 0.3, 0.4, 0.5];

    /// <summary>Where each row goes from: the order of rows of these moods and flags.</summary>
    public static int[] Of(ReadOnlySpan<TrackMood> moods, ReadOnlySpan<byte> flags)
    {
        var order = new int[moods.Length];
        for (var row = 0; row < order.Length; row++) order[row] = row;
        if (order.Length <= Blocks.Size) return order; // one block has nothing to leave alone

        var keys = new uint[moods.Length];
        for (var row = 0; row < keys.Length; row++) keys[row] = KeyOf(moods[row], (flags[row] & TrackIndex.PlayableFlag) != 0);
        Array.Sort(keys, order);
        return order;
    }

    private static uint KeyOf(TrackMood mood, bool playable)
    {
        var spread = (mood.Sigma.Valence + mood.Sigma.Arousal) / 2;
        var band = 0u;
        foreach (var edge in s_bands)
            if (spread > edge) band++;
        return ((((playable ? 0u : 1u) << 3) | band) << (2 * CurveBits)) | MoodCurve.Along(mood.Mean, CurveBits);
    }
}
