using Microsoft.Extensions.Hosting;
using MoodDeck.Library;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Storage;

namespace MoodDeck.Server.Catalogue;

/// <summary>Makes searches quick once the server has started, in the background, and keeps them so: nobody waits for it.</summary>
internal sealed partial class CatalogueWarmUp(ICatalogue catalogue, LibraryDatabase database, ILogger<CatalogueWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await catalogue.WarmUpAsync(stoppingToken);
        }
        catch (LibraryException e)
        {
            NotWarm(e.Message);
        }
        catch (OperationCanceledException)
        {
            return; // stopped before it was needed
        }

        await database.FollowAsync(stoppingToken);
    }

    [LoggerMessage(LogLevel.Warning, "Searches start slowly: {Reason}")]
    private partial void NotWarm(string reason);
}
