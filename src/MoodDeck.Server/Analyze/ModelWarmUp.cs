using Microsoft.Extensions.Hosting;
using MoodDeck.Vision;

namespace MoodDeck.Server.Analyze;

/// <summary>Opens the models while the page still loads, so that the first camera frame does not wait for them.</summary>
internal sealed partial class ModelWarmUp(VisionModels models, ILogger<ModelWarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // opening takes a while, and the server starts only when this returns
        if (models.WhyNotReady() is { } reason) Missing(reason);
    }

    [LoggerMessage(LogLevel.Warning, "Faces cannot be read: {Reason}")]
    private partial void Missing(string reason);
}
