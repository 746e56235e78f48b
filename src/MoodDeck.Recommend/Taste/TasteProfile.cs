namespace MoodDeck.Recommend.Taste;

/// <summary>How much somebody likes an artist, a genre or a language, as far as their lessons tell.</summary>
/// <param name="Name">Its name, folded.</param>
/// <param name="Liking">From -1 to 1; 0 is neither.</param>
/// <param name="Sigma">How unsure that is: a standard deviation.</param>
/// <param name="Lessons">How many lessons tell of it.</param>
public sealed record NamedTaste(string Name, double Liking, double Sigma, int Lessons);

/// <summary>What was learnt of a listener, in figures one can read. Means over the hypotheses of a <see cref="TasteModel"/>.</summary>
public sealed record TasteProfile
{
    /// <summary>How many lessons it rests on.</summary>
    public required int Lessons { get; init; }

    /// <summary>How much the fit to the mood counts; with <see cref="TasteWeight"/> and <see cref="NoveltyWeight"/> it adds up to 1.</summary>
    public required double MoodWeight { get; init; }

    /// <summary>How much the taste in artists, genres and languages counts.</summary>
    public required double TasteWeight { get; init; }

    /// <summary>How much it counts that an artist is new.</summary>
    public required double NoveltyWeight { get; init; }

    /// <summary>How much is lost when a song was just heard.</summary>
    public required double FatigueWeight { get; init; }

    /// <summary>How far from their mood towards the goal the listener likes to be led: 0 (met where they are) to 1.</summary>
    public required double Pull { get; init; }

    /// <summary>Valence of the place they like to be led to.</summary>
    public required double GoalValence { get; init; }

    /// <summary>Arousal of that place.</summary>
    public required double GoalArousal { get; init; }

    /// <summary>How far from there a track may lie: one standard deviation, in axis units.</summary>
    public required double Width { get; init; }

    /// <summary>Artists, most liked first.</summary>
    public required IReadOnlyList<NamedTaste> Artists { get; init; }

    /// <summary>Genres, most liked first.</summary>
    public required IReadOnlyList<NamedTaste> Genres { get; init; }

    /// <summary>Languages, most liked first.</summary>
    public required IReadOnlyList<NamedTaste> Languages { get; init; }
}
