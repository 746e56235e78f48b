namespace MoodDeck.Training.Tracks;

/// <summary>
/// The nine emotions that music makes people feel, of the Geneva Emotional Music Scales (Zentner, Grandjean and Scherer 2008),
/// as Emotify's listeners chose them, and where they lie in valence and arousal. The places are editorial.
/// </summary>
public static class FeltEmotions
{
    private static readonly (string Name, double Valence, double Arousal)[] s_places =
    [
        ("amazement", .5, .3), ("solemnity", .1, -.2), ("tenderness", .4, -.5), ("nostalgia", 0, -.4), ("calmness", .4, -.8),
        ("power", .3, .7), ("joyful_activation", .9, .8), ("tension", -.7, .5), ("sadness", -.7, -.4),
    ];

    /// <summary>Their names, as columns of a table.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_places.Select(p => p.Name)];

    /// <summary>The mean place of what was chosen; null when nothing was.</summary>
    public static (double Valence, double Arousal)? Place(IReadOnlyList<double> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var total = shares.Sum();
        if (shares.Count != s_places.Length || total <= 0) return null;
        return (s_places.Zip(shares, (p, s) => p.Valence * s).Sum() / total, s_places.Zip(shares, (p, s) => p.Arousal * s).Sum() / total);
    }

    /// <summary>How much a point leans towards an emotion: its share of the way along the emotion's direction.</summary>
    public static double Lean(int emotion, double valence, double arousal) => (s_places[emotion].Valence * valence) + (s_places[emotion].Arousal * arousal);
}
