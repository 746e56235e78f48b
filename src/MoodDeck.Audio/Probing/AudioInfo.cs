using MoodDeck.Core.Music;

namespace MoodDeck.Audio.Probing;

/// <summary>What a file says about itself. What it does not say is null.</summary>
public sealed record AudioInfo
{
    /// <summary>Length in seconds as the container states it; a half-written file may state more than it holds.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Codec, as ffprobe names it: <c>mp3</c>, <c>flac</c>, <c>opus</c>, ….</summary>
    public required string Codec { get; init; }

    /// <summary>Container: <c>mp3</c>, <c>flac</c>, <c>ogg</c>, <c>mp4</c>, <c>wav</c>, <c>aiff</c>, <c>asf</c>, <c>matroska</c>, …, as ffprobe names it first.</summary>
    public string Container { get; init; } = "unknown";

    /// <summary>Bits a second, of the audio where the file states it, else of the whole file.</summary>
    public int? BitRate { get; init; }

    /// <summary>
    /// Samples at <see cref="SampleRateHertz"/> that an encoder put in front of an MP3 and that a player without gaps leaves out; 0 where
    /// there are none or the decoder leaves them out by itself.
    /// </summary>
    public int StartPaddingSamples { get; init; }

    /// <summary>Whether the container counts time in samples, so that any sample of it can be sought exactly.</summary>
    public bool HasSampleClock { get; init; }

    /// <summary>Samples a second.</summary>
    public int SampleRateHertz { get; init; }

    /// <summary>Channels.</summary>
    public int Channels { get; init; }

    /// <summary>Whether a cover is embedded; <see cref="Decoding.CoverReader"/> takes it out.</summary>
    public bool HasCover { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Artist, else the album's artist.</summary>
    public string? Artist { get; init; }

    /// <summary>Album.</summary>
    public string? Album { get; init; }

    /// <summary>Place on the album, from 1.</summary>
    public int? TrackNumber { get; init; }

    /// <summary>Which disc of the album, from 1.</summary>
    public int? DiscNumber { get; init; }

    /// <summary>Year of release, 1000 to 9999.</summary>
    public int? Year { get; init; }

    /// <summary>Genre, lower case.</summary>
    public string? Genre { get; init; }

    /// <summary>ISO 639-1 code, <c>zxx</c> for music without words.</summary>
    public string? Language { get; init; }

    /// <summary>Comment.</summary>
    public string? Comment { get; init; }

    /// <summary>The words, plain or with times in brackets as in an LRC file.</summary>
    public string? Lyrics { get; init; }

    /// <summary>The mood MoodDeck's own tags state (<see cref="MoodTags"/>).</summary>
    public TrackMood? Mood { get; init; }

    /// <summary>The mood that <c>library export --to-tags</c> wrote into it; nobody's own word.</summary>
    public HeardMood? Heard { get; init; }
}
