using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Audio.Probing;

/// <summary>MoodDeck's own tags: the mood a file states, each value invariant decimal text in [-1, 1].</summary>
public static class MoodTags
{
    /// <summary>Tag of the valence.</summary>
    public const string Valence = "MOODDECK_VALENCE";

    /// <summary>Tag of the arousal.</summary>
    public const string Arousal = "MOODDECK_AROUSAL";

    /// <summary>Tag of the dominance; 0 when it is missing.</summary>
    public const string Dominance = "MOODDECK_DOMINANCE";

    /// <summary>
    /// Tag of the model that told the mood by listening. With it the others are no statement of anybody: what the same model, or a
    /// better one, hears is worth as much.
    /// </summary>
    public const string Model = "MOODDECK_MODEL";

    /// <summary>
    /// How surely such a tag is meant, one standard deviation per axis: its author had one piece in mind, yet what
    /// listeners perceive in one piece spreads by about this much (DEAM's raters, Aljanaki et al. 2017).
    /// </summary>
    public const double StatedSigma = 0.15;

    /// <summary>
    /// The mood that somebody states, by <paramref name="lookup"/>; null without valence or arousal, with one out of range, or
    /// where <see cref="Model"/> says that it was only heard.
    /// </summary>
    public static TrackMood? Read(Func<string, string?> lookup)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        return lookup(Model) is null && MoodIn(lookup) is { } mood ? TrackMood.Of(mood, StatedSigma) : null;
    }

    /// <summary>The mood that a model heard and that was written down then; null where there is none.</summary>
    public static HeardMood? ReadHeard(Func<string, string?> lookup)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        return lookup(Model) is { } model && MoodIn(lookup) is { } mood ? new(mood, model) : null;
    }

    private static Vad? MoodIn(Func<string, string?> lookup)
    {
        if (Number(lookup(Valence)) is not { } valence || Number(lookup(Arousal)) is not { } arousal) return null;
        var mood = new Vad(valence, arousal, Number(lookup(Dominance)) ?? 0);
        return mood.IsInRange ? mood : null;
    }

    /// <summary>The three tags with their values.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(Vad mood) =>
    [
        new(Valence, Text(mood.Valence)), new(Arousal, Text(mood.Arousal)), new(Dominance, Text(mood.Dominance)),
    ];

    /// <summary>The four tags of a mood that <paramref name="model"/> heard.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(Vad mood, string model) => [.. Write(mood), new(Model, model)];

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>A mood that was told by listening and then written into tags.</summary>
/// <param name="Mood">The mood, to three decimals.</param>
/// <param name="Model">What told it.</param>
public sealed record HeardMood(Vad Mood, string Model);
