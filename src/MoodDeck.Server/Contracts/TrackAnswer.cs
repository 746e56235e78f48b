using MoodDeck.Core.Music;

namespace MoodDeck.Server.Contracts;

/// <summary>A track of the catalogue. What is unknown is null.</summary>
public record TrackAnswer
{
    /// <summary>Stable identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Title, in the script it was released in.</summary>
    public required string Title { get; init; }

    /// <summary>Main artist.</summary>
    public string? Artist { get; init; }

    /// <summary>Album, film or single.</summary>
    public string? Album { get; init; }

    /// <summary>Year of first release.</summary>
    public int? Year { get; init; }

    /// <summary>ISO 639-1 code, or <c>zxx</c> for music without words.</summary>
    public string? Language { get; init; }

    /// <summary>Genre, lower case.</summary>
    public string? Genre { get; init; }

    /// <summary>Length in seconds.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>The mood it expresses.</summary>
    public required VadAnswer Mood { get; init; }

    /// <summary>Whether it plays here.</summary>
    public bool Playable { get; init; }

    /// <summary>Where it came from: <c>library, demo, starter, import, subsonic</c> or <c>spotify</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Where a search for it opens.</summary>
    public required LinksAnswer Links { get; init; }

    /// <summary>Address of the audio on the server that answers; null where there is none.</summary>
    public string? StreamUrl { get; init; }

    /// <summary>Address of the cover on the server that answers; null where there is none.</summary>
    public string? ArtworkUrl { get; init; }

    /// <summary>Integrated loudness (ITU-R BS.1770-4), of excerpts until all of it was measured, in LUFS.</summary>
    public double? LoudnessLufs { get; init; }

    /// <summary>Its highest true peak, in dBTP; null until all of it was measured.</summary>
    public double? TruePeakDb { get; init; }

    /// <summary>Place on its album, from 1.</summary>
    public int? TrackNumber { get; init; }

    /// <summary>Which disc of its album, from 1.</summary>
    public int? DiscNumber { get; init; }

    /// <summary>Whether its words are known: <c>GET /tracks/{id}/lyrics</c>.</summary>
    public bool HasLyrics { get; init; }

    /// <summary>The track as it is answered.</summary>
    /// <param name="track">The track.</param>
    /// <param name="apiRoot">Root of the API that streams it, such as <c>/api/v1</c>; null where no server answers.</param>
    public static TrackAnswer Of(Track track, string? apiRoot)
    {
        ArgumentNullException.ThrowIfNull(track);
        var address = apiRoot is null ? null : $"{apiRoot}/tracks/{Uri.EscapeDataString(track.Id)}";
        return new()
        {
            Id = track.Id,
            Title = track.Title,
            Artist = track.Artist,
            Album = track.Album,
            Year = track.Year,
            Language = track.Language,
            Genre = track.Genre,
            DurationSeconds = track.DurationSeconds is { } seconds ? Math.Round(seconds, 3) : null,
            Mood = VadAnswer.Of(track.Mood.Mean),
            Playable = track.IsPlayable,
            Source = TrackSources.NameOf(track.Source),
            Links = new(TrackLinks.Spotify(track), TrackLinks.YouTube(track)),
            StreamUrl = address is not null && track.IsPlayable ? address + "/stream" : null,
            ArtworkUrl = address is not null && track.ArtworkId is not null ? address + "/artwork" : null,
            HasLyrics = track.HasLyrics,
            LoudnessLufs = track.Loudness is { } loudness ? Math.Round(loudness.IntegratedLufs, 2) : null,
            TruePeakDb = track.Loudness?.TruePeakDb is { } peak ? Math.Round(peak, 2) : null,
            TrackNumber = track.TrackNumber,
            DiscNumber = track.DiscNumber,
        };
    }
}

/// <summary>Addresses that open a search for a track at a service.</summary>
/// <param name="Spotify">At Spotify.</param>
/// <param name="Youtube">At YouTube.</param>
public sealed record LinksAnswer(string Spotify, string Youtube);
