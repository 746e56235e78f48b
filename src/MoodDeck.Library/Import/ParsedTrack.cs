using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Import;

/// <summary>A row read as a track.</summary>
/// <param name="Track">The track, as it is when nothing else knows the song.</param>
/// <param name="ExternalKey">What it is known by as such.</param>
/// <param name="HasOwnId">Whether its id is one that MoodDeck gave and wrote out.</param>
/// <param name="FilePath">Where the table says that its file lies; null where it says nothing.</param>
/// <param name="Song">What its song is known again by; null where its artist is unknown.</param>
/// <param name="Keys">What it is found by.</param>
internal sealed record ParsedTrack(Track Track, string ExternalKey, bool HasOwnId, string? FilePath, SongKeys? Song, TrackKeys Keys);

/// <summary>A row of a table, read.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Track">Its track; null when it is none.</param>
/// <param name="Flaw">What is wrong with it; null when nothing is.</param>
internal readonly record struct ParsedRow(int Line, ParsedTrack? Track, Flaw? Flaw);
