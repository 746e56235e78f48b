namespace MoodDeck.Recommend;

/// <summary>The numbers that order a queue beside the closeness of moods.</summary>
public static class RankingRules
{
    /// <summary>
    /// A track that plays here goes before one that does not when its closeness is at most this much lower: the two fit
    /// comparably well, and half a song heard beats a better one only read about.
    /// </summary>
    public const float PlayableLead = 0.15f;

    /// <summary>The same where no mood was asked for: then everything fits as well, and what plays here comes first.</summary>
    public const float PlayableLeadWithoutMood = 1;

    /// <summary>The most that the seed can lift one track over another; below the differences a listener would hear.</summary>
    public const float SeedJitter = 0.06f;

    /// <summary>No artist comes twice within this many consecutive tracks, while the filters leave that many.</summary>
    public const int ArtistGap = 5;

    /// <summary>Under focus, what a sung track's closeness is multiplied by; words in a known language distract most.</summary>
    public const float SungWhileFocusing = 0.8f;

    /// <summary>Under focus, the factor where it is unknown whether there are words.</summary>
    public const float MaybeSungWhileFocusing = 0.9f;
}
