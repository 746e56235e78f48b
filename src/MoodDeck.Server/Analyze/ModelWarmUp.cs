using Microsoft.Extensions.Hosting;
using MoodDeck.Server.Training;
using MoodDeck.Vision;

namespace MoodDeck.Server.Analyze;

/// <summary>Opens the models while the page still loads, so that the first camera frame does not wait for them.</summary>
internal sealed partial class ModelWarmUp(VisionModels models, EmotionModelChoice choice, ILogger<ModelWarmUp> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            if ((choice.WhyKeptFails() ?? models.WhyNotReady()) is { } reason) Missing(reason);
        },
        stoppingToken);

    [LoggerMessage(LogLevel.Warning, "Faces cannot be read: {Reason}")]
    private partial void Missing(string reason);
}
