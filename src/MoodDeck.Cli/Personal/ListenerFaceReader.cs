using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Library.Listeners;
using MoodDeck.Server.Listeners;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Cli.Personal;

/// <summary>What a data folder knows of a listener's face.</summary>
internal static class ListenerFaceReader
{
    /// <summary>The listener's face.</summary>
    /// <exception cref="CliException">There is no such listener.</exception>
    public static async Task<PersonalFace> ReadAsync(string? dataFolder, string listenerId, CancellationToken cancellationToken)
    {
        await using var services = DataFolderServices.Open(dataFolder);
        var listener = await ListenerOption.FindAsync(services, listenerId, cancellationToken);
        return await services.GetRequiredService<IPersonalFaceStore>().FindAsync(listener.Id, cancellationToken) is { } stored ? StoredFaces.Learn(stored) : PersonalFace.None;
    }
}
