namespace MoodDeck.Recommend;

/// <summary>The numbers that order a queue beside the fit of moods. Each is in the units of the score, in which a perfect fit counts 1.</summary>
public static class RankingRules
{
    /// <summary>
    /// What a track loses that does not play here: one that does goes before it when it fits at most this much less, for half a song heard
    /// beats a better one only read about.
    /// </summary>
    public const float NotHere = 0.15f;

    /// <summary>
    /// The same for a listener of whom something was learnt. Only what plays here can wear off or stop being new, so that more is needed to
    /// keep it before what does not.
    /// </summary>
    public const float NotHereForListener = 0.5f;

    /// <summary>Where no mood was asked for, everything fits as well, and what plays here comes first: a lead beside the score.</summary>
    public const float PlayableLeadWithoutMood = 1;

    /// <summary>The most that the seed can lift one track over another; below the differences a listener would hear, and not worth words.</summary>
    public const float SeedJitter = 0.04f;

    /// <summary>The same for a listener of whom something was learnt, for whom curiosity varies queues.</summary>
    public const float SeedJitterForListener = 0.01f;

    /// <summary>No artist comes twice within this many consecutive tracks, while the filters leave that many.</summary>
    public const int ArtistGap = 5;

    /// <summary>What fatigue takes away from a listener of whom nothing was learnt.</summary>
    public const float FatigueWeight = 0.2f;

    /// <summary>The most a seamless neighbour gains, and one that jolts loses.</summary>
    public const float FlowWeight = 0.06f;

    /// <summary>On a way somewhere, what a track loses for each tenth of the way it lies off its step.</summary>
    public const float OffStep = 0.16f;

    /// <summary>The most it loses for that.</summary>
    public const float MostOffStep = 0.3f;

    /// <summary>On a way somewhere, what a track loses that goes back.</summary>
    public const float StepBack = 0.2f;

    /// <summary>Under focus, what a sung track's fit is multiplied by; words in a known language distract most.</summary>
    public const float SungWhileFocusing = 0.8f;

    /// <summary>Under focus, the factor where it is unknown whether there are words.</summary>
    public const float MaybeSungWhileFocusing = 0.9f;

    /// <summary>From this size on a term is said in words.</summary>
    public const float WorthSaying = 0.02f;

    /// <summary>The same of terms that nearly every place has some of.</summary>
    public const float WorthSayingOften = 0.05f;
}
