using MoodDeck.Core.Mood;

namespace MoodDeck.Demo;

/// <summary>One piece of the demo library, as its tags describe it.</summary>
public sealed record DemoPiece
{
    /// <summary>What every piece's artist ends with, in brackets, so that it is never taken for a real band's.</summary>
    public const string Artist = "MoodDeck Demo";

    /// <summary>The year of every piece.</summary>
    public const int Year = 2026;

    /// <summary>Music without words (ISO 639-2).</summary>
    public const string Language = "zxx";

    /// <summary>Place in the catalogue, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>English title.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The made-up band that plays it, one for each word around the dial: queues keep an artist's tracks apart, so one artist
    /// for all would let a fresh player play every sixth card only.
    /// </summary>
    public required string Band { get; init; }

    /// <summary>The artist as the tags say it.</summary>
    public string FullArtist => $"{Band} ({Artist})";

    /// <summary>One album for each quadrant of the plane.</summary>
    public required string Album { get; init; }

    /// <summary>Genre, lower case.</summary>
    public required string Genre { get; init; }

    /// <summary>The mood it was composed for.</summary>
    public required Vad Mood { get; init; }

    /// <summary>Tempo in beats a minute.</summary>
    public required double TempoBpm { get; init; }

    /// <summary>Tonic and mode, such as <c>D dorian</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Length in seconds, reverberation's tail included.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>Name of its file in the library's folder.</summary>
    public required string FileName { get; init; }
}
