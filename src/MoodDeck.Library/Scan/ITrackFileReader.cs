using MoodDeck.Core.Music;
using MoodDeck.Library.Artwork;
using MoodDeck.Library.Lyrics;
using MoodDeck.Library.Sound;

namespace MoodDeck.Library.Scan;

/// <summary>What was read from an audio file: a track with all that belongs to it, or why there is none.</summary>
internal sealed record TrackFile
{
    /// <summary>The track under a provisional id; null when the file is no good.</summary>
    public Track? Track { get; init; }

    /// <summary>What its source knows it by: of the user's own files what their sound is known by.</summary>
    public string Key { get; init; } = "";

    /// <summary>Its cover, embedded or in its folder; null when it has none.</summary>
    public ArtworkImage? Cover { get; init; }

    /// <summary>What was heard in it.</summary>
    public TrackSound? Sound { get; init; }

    /// <summary>Its words; null when they are not known.</summary>
    public StoredLyrics? Lyrics { get; init; }

    /// <summary>Why it was skipped, as a kind and in a sentence; null when it was not.</summary>
    public (string Code, string Reason)? Problem { get; init; }

    public static TrackFile Bad(string code, string reason) => new() { Problem = (code, reason) };
}

/// <summary>Reads audio files: tags, cover, mood. The seam between the scanner and the audio project.</summary>
internal interface ITrackFileReader
{
    /// <summary>Changes when the same file would be read differently, so that everything is read anew.</summary>
    string Version { get; }

    /// <summary>Reads one file. Safe for concurrent use.</summary>
    /// <exception cref="LibraryException">Nothing can be read at all: a program it needs is missing.</exception>
    /// <exception cref="TimeoutException">The disk did not answer; it may later.</exception>
    Task<TrackFile> ReadAsync(string path, CancellationToken cancellationToken);
}
