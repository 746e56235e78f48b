using Microsoft.Extensions.Hosting;
using MoodDeck.Vision;

namespace MoodDeck.Server.Analyze;

/// <summary>Opens the models while the page still loads, so that the first camera frame does not wait for them.</summary>
internal sealed partial class ModelWarmUp(VisionModels models, ILogger<ModelWarmUp> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            if (models.WhyNotReady() is { } reason) Missing(reason);
        },
        stoppingToken);

    [LoggerMessage(LogLevel.Warning, "Faces cannot be read: {Reason}")]
    private partial void Missing(string reason);
}
