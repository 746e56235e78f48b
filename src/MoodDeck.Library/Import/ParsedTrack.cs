using MoodDeck.Core.Music;

namespace MoodDeck.Library.Import;

/// <summary>A row read as a track.</summary>
/// <param name="Track">The track, as it is when nothing else knows the song.</param>
/// <param name="ExternalKey">What it is known by as such.</param>
/// <param name="HasOwnId">Whether its id is one that MoodDeck gave and wrote out.</param>
/// <param name="FilePath">Where the table says that its file lies; null where it says nothing.</param>
internal sealed record ParsedTrack(Track Track, string ExternalKey, bool HasOwnId, string? FilePath);
