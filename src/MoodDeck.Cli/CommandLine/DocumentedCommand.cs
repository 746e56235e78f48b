using System.CommandLine;

namespace MoodDeck.Cli.CommandLine;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">One or two sentences.</param>
/// <param name="examples">Lines as typed after <c>./</c>, such as <c>mooddeck analyze photo.jpg</c>.</param>
internal sealed class DocumentedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>The examples.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
