namespace MoodDeck.Training.Tracks;

/// <summary>What listeners said of a piece of music.</summary>
/// <param name="File">Its name in the archive or folder.</param>
/// <param name="Set">The collection it comes from; empty where the table does not say.</param>
/// <param name="Group">What must not be parted between learning and judging: the song, artist or series.</param>
public sealed record TrackLabel(string File, string Set, string Group)
{
    /// <summary>1 happy, 2 angry, 3 sad, 4 calm; null where only numbers are known.</summary>
    public int? Quadrant { get; init; }

    /// <summary>From -1 to 1; null where it is not known.</summary>
    public double? Valence { get; init; }

    /// <summary>From -1 to 1; null where it is not known.</summary>
    public double? Arousal { get; init; }

    /// <summary>Share of the listeners who felt each of <see cref="FeltEmotions.Names"/>; empty where nobody was asked.</summary>
    public IReadOnlyList<double> Shares { get; init; } = [];

    /// <summary>Whether the numbers only say on which side of the middle it lies, as a quadrant does.</summary>
    public bool IsSide => Quadrant is not null && Math.Abs(Valence ?? 0) == 1 && Math.Abs(Arousal ?? 0) == 1;

    /// <summary>The quadrant of a point; the axes belong to the unpleasant and the calm side.</summary>
    public static int QuadrantOf(double valence, double arousal) => arousal > 0 ? (valence > 0 ? 1 : 2) : valence > 0 ? 4 : 3;
}
