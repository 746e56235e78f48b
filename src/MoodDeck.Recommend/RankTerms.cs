namespace MoodDeck.Recommend;

/// <summary>
/// What a row's rank is made of beside how close its mood is: <c>MoodWeight · closeness · LanguageFactor + artist + genre + language + lead + row +
/// jitter</c>. One for all moods along a queue.
/// </summary>
internal sealed record RankTerms
{
    /// <summary>What closeness is multiplied by; not negative.</summary>
    public float MoodWeight { get; init; } = 1;

    /// <summary>What closeness is multiplied by further, by number of the language, not negative; null: by nothing.</summary>
    public float[]? LanguageFactor { get; init; }

    /// <summary>What an artist's tracks gain or lose, by number of the artist; null: nothing.</summary>
    public float[]? Artist { get; init; }

    /// <summary>What a genre's tracks gain or lose, by number of the genre; null: nothing.</summary>
    public float[]? Genre { get; init; }

    /// <summary>What tracks in a language gain or lose, by number of the language; null: nothing.</summary>
    public float[]? Language { get; init; }

    /// <summary>What a track gains that plays here.</summary>
    public float PlayableLead { get; init; }

    /// <summary>What single rows gain or lose.</summary>
    public IReadOnlyDictionary<int, float> Row { get; init; } = new Dictionary<int, float>();

    /// <summary>The most that chance adds.</summary>
    public float Jitter { get; init; }

    /// <summary>What chance goes by.</summary>
    public int Seed { get; init; }
}
