using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Recommendations;

/// <summary>Says what is wrong with what a radio is to start from.</summary>
internal static class RadioReader
{
    /// <summary>The problem of a radio that means nothing; null for none.</summary>
    public static ProblemHttpResult? Refuse(RecommendationOptions options, RadioOptions radio, bool withPicture) =>
        radio.Others?.Keys.FirstOrDefault() is { } name ? ProblemKind.BadOption.With($"A radio starts from no '{name}'. There are: track, artist, group.")
        : new object?[] { radio.Track, radio.Artist, radio.Group }.Count(o => o is not null) != 1 ? ProblemKind.BadOption.With("'radio' takes exactly one of 'track', 'artist' and 'group', as in {\"group\":1}.")
        : options.Mood is not null || options.Vad is not null || options.From is not null || withPicture ? ProblemKind.BadOption.With("A radio brings its own mood: leave out 'mood', 'vad', 'from' and the picture.")
        : null;

    /// <summary>The library has nothing of the kind.</summary>
    public static ProblemHttpResult Unknown(RadioOptions radio) =>
        radio.Track is { } track ? ProblemKind.UnknownTrack.With($"The catalogue has no track '{track}'.")
        : radio.Artist is { } artist ? ProblemKind.BadOption.With($"The catalogue has no artist '{artist}'. GET {DeckServer.ApiRoot}/artists lists them.")
        : ProblemKind.BadOption.With($"There is no mood group {radio.Group}. GET {DeckServer.ApiRoot}/library/moods lists them.");
}
