using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Ranking;

namespace MoodDeck.Recommend;

/// <summary>What a queue is asked to be. Filters are never broken; empty lists filter nothing.</summary>
public sealed record RecommendationRequest
{
    /// <summary>The most tracks one answer may hold.</summary>
    public const int MaxLimit = 200;

    /// <summary>The most a leaning may add to a score: below what tells a fitting mood from another.</summary>
    public const float MostLeaning = 0.3f;

    /// <summary>The mood to choose for, with how surely it is meant (see <see cref="MoodTarget"/>); null when none was given.</summary>
    public VadGaussian? Target { get; init; }

    /// <summary>Where the listener is, for the strategies that walk. Null: at the target.</summary>
    public Vad? From { get; init; }

    /// <summary>What to do with that mood.</summary>
    public Strategy Strategy { get; init; } = Strategy.Match;

    /// <summary>ISO 639-1 codes or <c>zxx</c>; a track of unknown language passes only when this is empty.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Artists, compared without case and accents.</summary>
    public IReadOnlyList<string> Artists { get; init; } = [];

    /// <summary>Genres, compared without case and accents.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Where tracks may come from.</summary>
    public IReadOnlyList<TrackSource> Sources { get; init; } = [];

    /// <summary>How many tracks, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The same seed gives the same queue, another seed another one.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>In how many songs a strategy that leads somewhere arrives, 1 to <see cref="MaxLimit"/>; null: at the end of the queue.</summary>
    public int? Length { get; init; }

    /// <summary>How many of the <see cref="Length"/> songs were heard already; the queue takes up the way from there.</summary>
    public int Done { get; init; }

    /// <summary>Whom the queue is for, as far as it was learnt; null: nobody known.</summary>
    public ListenerTaste? Listener { get; init; }

    /// <summary>
    /// Tracks that must not appear, by id; nor may the same songs from other sources. Of those heard, the latest comes last: the artists of the
    /// last few rest at the beginning of the queue.
    /// </summary>
    public IReadOnlyCollection<string> ExcludedIds { get; init; } = [];

    /// <summary>Whether this is a radio, which stays with its seed whatever was learnt of the listener.</summary>
    public bool IsRadio { get; init; }

    /// <summary>
    /// Genres to lean to, compared without case and accents: what each adds to the score of a track, 0 to <see cref="MostLeaning"/>. A radio
    /// leans to those of its seed.
    /// </summary>
    public IReadOnlyDictionary<string, float> GenreLeanings { get; init; } = new Dictionary<string, float>();

    /// <summary>Artists to lean to, in the same way.</summary>
    public IReadOnlyDictionary<string, float> ArtistLeanings { get; init; } = new Dictionary<string, float>();
}

/// <summary>Targets in the shape a request takes.</summary>
public static class MoodTarget
{
    /// <summary>A point meant as it is said, such as <c>--vad</c> or a hand on the dial: no spread of its own.</summary>
    public static VadGaussian Of(Vad point) => new(point.Clamp(), default);

    /// <summary>A named mood: its centre and its spread.</summary>
    public static VadGaussian Of(NamedMood mood)
    {
        ArgumentNullException.ThrowIfNull(mood);
        return new(mood.Centre, VadCovariance.Isotropic(mood.Spread));
    }

    /// <summary>What the readings say together; correlated ones can lie outside [-1, 1] when they are fused.</summary>
    public static VadGaussian Of(MoodEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return estimate.Vad with { Mean = estimate.Vad.Mean.Clamp() };
    }
}
