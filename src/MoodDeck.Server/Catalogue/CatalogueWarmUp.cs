using Microsoft.Extensions.Hosting;
using MoodDeck.Library;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Server.Catalogue;

/// <summary>Makes searches quick once the server has started, in the background: nobody waits for it.</summary>
internal sealed partial class CatalogueWarmUp(ICatalogue catalogue, ILogger<CatalogueWarmUp> logger) : BackgroundService
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
            // Stopped before it was needed.
        }
    }

    [LoggerMessage(LogLevel.Warning, "Searches start slowly: {Reason}")]
    private partial void NotWarm(string reason);
}
