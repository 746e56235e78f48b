using System.Globalization;
using MoodDeck.Audio.Probing;
using MoodDeck.Core.Mood;

namespace MoodDeck.Audio.Encoding;

/// <summary>The tags written into a file. What is null is left out.</summary>
public sealed record AudioTags
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Artist.</summary>
    public string? Artist { get; init; }

    /// <summary>Album.</summary>
    public string? Album { get; init; }

    /// <summary>Place on the album, from 1.</summary>
    public int? TrackNumber { get; init; }

    /// <summary>Year of release.</summary>
    public int? Year { get; init; }

    /// <summary>Genre.</summary>
    public string? Genre { get; init; }

    /// <summary>Language code; <c>zxx</c> for music without words.</summary>
    public string? Language { get; init; }

    /// <summary>Comment.</summary>
    public string? Comment { get; init; }

    /// <summary>The mood written as <see cref="MoodTags"/>.</summary>
    public Vad? Mood { get; init; }

    /// <summary>The tags as ffmpeg names them.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        (string Name, string? Value)[] plain =
        [
            ("title", Title), ("artist", Artist), ("album", Album), ("track", TrackNumber?.ToString(CultureInfo.InvariantCulture)),
            ("date", Year?.ToString(CultureInfo.InvariantCulture)), ("genre", Genre), ("language", Language), ("comment", Comment),
        ];
        foreach (var (name, value) in plain) if (value is not null) yield return new(name, value);
        if (Mood is not { } mood) yield break;
        foreach (var tag in MoodTags.Write(mood)) yield return tag;
    }
}
