using MoodDeck.Core.Mood;

namespace MoodDeck.Core.Music;

/// <summary>Where a track came into the catalogue from.</summary>
public enum TrackSource
{
    /// <summary>A file of the user's own music folders.</summary>
    Library,
    /// <summary>The synthesised demo library.</summary>
    Demo,
    /// <summary>The starter catalogue that every data folder holds.</summary>
    Starter,
    /// <summary>A table the user imported.</summary>
    Import,
    /// <summary>An OpenSubsonic server.</summary>
    Subsonic,
    /// <summary>A Spotify account.</summary>
    Spotify,
}

/// <summary>Names of the sources as they appear in commands and JSON.</summary>
public static class TrackSources
{
    /// <summary>Lower-case names in enum order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["library", "demo", "starter", "import", "subsonic", "spotify"];

    /// <summary>The lower-case name.</summary>
    public static string NameOf(TrackSource source) => Names[(int)source];

    /// <summary>Reads a name, ignoring case; false when there is no such source.</summary>
    public static bool TryParse(string? name, out TrackSource source)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (!Names[i].Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase)) continue;
            source = (TrackSource)i;
            return true;
        }

        source = default;
        return false;
    }
}

/// <summary>The mood a track expresses, and how surely that is known.</summary>
/// <param name="Mean">The centre.</param>
/// <param name="Sigma">Standard deviation per axis.</param>
public readonly record struct TrackMood(Vad Mean, Vad Sigma)
{
    /// <summary>A track of unknown mood: mean 0 and the widest spread.</summary>
    public static TrackMood Unknown { get; } = new(Vad.Neutral, new(VadCovariance.WidestSigma, VadCovariance.WidestSigma, VadCovariance.WidestSigma));

    /// <summary>Beyond this spread, the mean of those of valence and arousal, the mean says little; just under what an unknown mood has.</summary>
    public const double GuessSigma = 0.5;

    /// <summary>Whether it says more than a guess at valence and arousal would.</summary>
    public bool IsKnown => (Sigma.Valence + Sigma.Arousal) / 2 <= GuessSigma;

    /// <summary>The same spread on every axis.</summary>
    public static TrackMood Of(Vad mean, double sigma) => new(mean, new(sigma, sigma, sigma));
}

/// <summary>How loud a track is, by ITU-R BS.1770.</summary>
/// <param name="IntegratedLufs">Loudness over all that was listened to, in LUFS.</param>
/// <param name="TruePeakDb">Its highest peak, between the samples as well, in dBTP; null where not all of it was listened to.</param>
public readonly record struct TrackLoudness(double IntegratedLufs, double? TruePeakDb);

/// <summary>One track of the catalogue. What is unknown is null.</summary>
public sealed record Track
{
    /// <summary>Stable identifier: the same recording from the same source keeps it across scans and imports.</summary>
    public required string Id { get; init; }

    /// <summary>Title, in the script it was released in.</summary>
    public required string Title { get; init; }

    /// <summary>Main artist.</summary>
    public string? Artist { get; init; }

    /// <summary>Album, film or single it appeared on.</summary>
    public string? Album { get; init; }

    /// <summary>Year of first release.</summary>
    public int? Year { get; init; }

    /// <summary>ISO 639-1 code of the language sung; <c>zxx</c> for music without words.</summary>
    public string? Language { get; init; }

    /// <summary>Genre, lower case.</summary>
    public string? Genre { get; init; }

    /// <summary>Length in seconds.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>The mood it expresses.</summary>
    public TrackMood Mood { get; init; } = TrackMood.Unknown;

    /// <summary>Where it came from.</summary>
    public required TrackSource Source { get; init; }

    /// <summary>Absolute path of the audio file on this machine; null when there is none here.</summary>
    public string? Path { get; init; }

    /// <summary>Key of its cover in the artwork store; null when it has none.</summary>
    public string? ArtworkId { get; init; }

    /// <summary>How loud it is; null where nobody has listened to it yet.</summary>
    public TrackLoudness? Loudness { get; init; }

    /// <summary>Tempo, key and loudness, as they count where one track follows another.</summary>
    public TrackMix Mix { get; init; }

    /// <summary>Place on its album, from 1.</summary>
    public int? TrackNumber { get; init; }

    /// <summary>Which disc of its album, from 1.</summary>
    public int? DiscNumber { get; init; }

    /// <summary>Whether its words are known.</summary>
    public bool HasLyrics { get; init; }

    /// <summary>Whether it can be played here, from a file on this machine.</summary>
    public bool IsPlayable => Path is not null;
}
