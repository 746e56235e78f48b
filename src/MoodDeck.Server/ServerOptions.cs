using MoodDeck.Server.Training.Processes;

namespace MoodDeck.Server;

/// <summary>Where the server listens and what it serves.</summary>
public sealed record ServerOptions
{
    /// <summary>The address of a server that was told nothing else.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>
    /// One or several addresses, separated by semicolons; port 0 takes a free one. Only loopback addresses are allowed.
    /// Default <see cref="DefaultUrls"/>.
    /// </summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>The port of a server that lets devices of the house in and was told no other.</summary>
    public const int DefaultLanPort = 5443;

    /// <summary>
    /// The port on which paired devices of the house are let in, over TLS on every address of this machine; 0 takes a free one. Null
    /// (the default) listens on <see cref="Urls"/> alone.
    /// </summary>
    public int? LanPort { get; init; }

    /// <summary>The data folder; null for the user's own (or <c>MOODDECK_DATA</c>).</summary>
    public string? DataFolder { get; init; }

    /// <summary>Whether it watches the folders of music and measures whole files while it runs. Default true.</summary>
    public bool KeepsUp { get; init; } = true;

    /// <summary>The built page. Default: the folder <c>wwwroot</c> beside the program.</summary>
    public string PageFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>How <c>mooddeck</c> is started for a training; null (the default) where nothing can be trained.</summary>
    public TrainingProgram? TrainingProgram { get; init; }
}
