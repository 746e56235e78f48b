using System.CommandLine;
using MoodDeck.Core.Music;

namespace MoodDeck.Cli.CommandLine;

/// <summary>What tracks are filtered by; each may be given several times.</summary>
internal sealed class FilterOptions
{
    /// <summary>Languages by code.</summary>
    public Option<string[]> Languages { get; } = ValueParsers.Many("--language", "L", "Language: a code such as es, a name such as Spanish, or zxx for music without words. May be repeated.", ValueParsers.Language);

    /// <summary>Artists.</summary>
    public Option<string[]> Artists { get; } = ValueParsers.Many("--artist", "A", "Artist, whatever the case and accents. May be repeated.", s => s);

    /// <summary>Genres.</summary>
    public Option<string[]> Genres { get; } = ValueParsers.Many("--genre", "G", "Genre, whatever the case and accents. May be repeated.", s => s);

    /// <summary>Sources.</summary>
    public Option<TrackSource[]> Sources { get; } = ValueParsers.Many("--source", "S", $"Where tracks come from: {string.Join(", ", TrackSources.Names)}. May be repeated.", ValueParsers.Source);
}
