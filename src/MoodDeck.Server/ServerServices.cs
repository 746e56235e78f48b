using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Console;
using MoodDeck.Demo;
using MoodDeck.Library;
using MoodDeck.Library.Scan;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Catalogue;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Demo;
using MoodDeck.Server.Folders;
using MoodDeck.Server.Listeners;
using MoodDeck.Server.Live;
using MoodDeck.Server.Pairing;
using MoodDeck.Server.Stations;
using MoodDeck.Server.Status;
using MoodDeck.Server.Streaming;
using MoodDeck.Server.Training;
using MoodDeck.Server.Training.Processes;
using MoodDeck.Vision;

namespace MoodDeck.Server;

internal static class ServerServices
{
    /// <summary>Everything the addresses below <c>/api/v1</c> need.</summary>
    public static IServiceCollection AddMoodDeckServer(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        var folder = DataFolder.Open(options.DataFolder);
        services.AddMoodDeckVision(new() { EmotionModelPath = EmotionModelChoice.In(folder.KeptEmotionModelPath) });
        services.AddMoodDeckLibrary(folder);
        services.AddHostedService<CatalogueWarmUp>();
        services.AddSingleton<StationShelf>();
        services.AddSingleton<AudioForms>().AddSingleton(new SpectrogramOptions()).AddSingleton<SpectrogramShelf>();
        services.AddMoodDeckDemo();
        services.AddSingleton(new AnalyzeOptions()).AddSingleton<ReadingGate>().AddSingleton<PictureReader>().AddHostedService<ModelWarmUp>();
        services.AddSingleton(new LiveOptions()).AddSingleton<LiveSeats>().AddSingleton<LiveSession>();
        services.AddSingleton<ListenerFaces>().AddSingleton<ILivePersonal>(s => s.GetRequiredService<ListenerFaces>());
        services.AddSingleton<IDemoMaker, DemoMaker>().AddSingleton<DemoJob>();
        services.AddSingleton<ScanJob>().AddSingleton<FolderPaths>().AddSingleton(ScanOptions.BesideOthers);
        services.AddSingleton(new WatchOptions()).AddSingleton<MeasuringService>();
        if (options.KeepsUp) services.AddHostedService<FolderWatch>().AddHostedService(s => s.GetRequiredService<MeasuringService>());
        services.AddSingleton(new TrainingLimits()).AddSingleton<TrainingStore>().AddSingleton<ITrainingLauncher, TrainingLauncher>();
        services.AddSingleton<TrainingJobs>().AddSingleton<TrainingView>().AddSingleton<TrainingUpload>().AddSingleton<EmotionModelChoice>();
        services.AddLan(options);
        services.AddRouting();
        services.AddOpenApi(o => o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "MoodDeck", Version = StatusEndpoints.Version, Description = "The player and its API. Errors are RFC 9457 problems." };
            return Task.CompletedTask;
        }));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(o =>
        {
            MoodDeckJson.Apply(o.SerializerOptions);
            o.SerializerOptions.AllowDuplicateProperties = false;
        });
        return services;
    }

    /// <summary>One line an event on standard error; <c>Logging__LogLevel__…</c> in the environment says how much.</summary>
    public static void AddMoodDeckLogging(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(o => o.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
