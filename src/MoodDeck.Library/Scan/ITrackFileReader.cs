using MoodDeck.Core.Music;
using MoodDeck.Library.Artwork;

namespace MoodDeck.Library.Scan;

/// <summary>What was read from an audio file: a track with its cover, or why there is none.</summary>
/// <param name="Track">The track; null when the file is no good.</param>
/// <param name="ExternalKey">What its source knows it by.</param>
/// <param name="Cover">Its cover, embedded or in its folder; null when it has none.</param>
/// <param name="Problem">Why it was skipped; null when it was not.</param>
internal sealed record TrackFile(Track? Track, string ExternalKey, ArtworkImage? Cover, string? Problem)
{
    public static TrackFile Bad(string problem) => new(null, "", null, problem);
}

/// <summary>Reads audio files: tags, cover, mood. The seam between the scanner and the audio project.</summary>
internal interface ITrackFileReader
{
    /// <summary>Changes when the same file would be read differently, so that everything is read anew.</summary>
    string Version { get; }

    /// <summary>Reads one file. Safe for concurrent use.</summary>
    /// <exception cref="LibraryException">Nothing can be read at all: a program it needs is missing.</exception>
    Task<TrackFile> ReadAsync(string path, CancellationToken cancellationToken);
}
