namespace MoodDeck.Library.Lyrics;

/// <summary>One line of a song.</summary>
/// <param name="AtSeconds">When it begins; null where the words are not timed.</param>
/// <param name="Text">Its words; empty where the singing pauses.</param>
public readonly record struct LyricsLine(double? AtSeconds, string Text);

/// <summary>The words of a song.</summary>
/// <param name="IsTimed">Whether every line says when it begins; the lines are in that order then.</param>
/// <param name="Lines">At least one.</param>
public sealed record SongLyrics(bool IsTimed, IReadOnlyList<LyricsLine> Lines);
