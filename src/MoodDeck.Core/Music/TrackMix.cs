namespace MoodDeck.Core.Music;

/// <summary>What decides how well one track follows another. What is unknown, or not clear enough to say, is null.</summary>
/// <param name="TempoBpm">Beats a minute.</param>
/// <param name="Key">Its key.</param>
/// <param name="LoudnessLufs">Integrated loudness (ITU-R BS.1770).</param>
public readonly record struct TrackMix(double? TempoBpm, MusicalKey? Key, double? LoudnessLufs)
{
    /// <summary>From this clarity of the beat on (0 to 1) something can be said about the tempo.</summary>
    public const double ClearTempo = 0.15;

    /// <summary>From this clarity of the key on (0 to 1) something can be said about it.</summary>
    public const double ClearKey = 0.4;
}
