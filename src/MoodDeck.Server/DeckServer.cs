using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using MoodDeck.Library;
using MoodDeck.Library.Storage;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Catalogue;
using MoodDeck.Server.Demo;
using MoodDeck.Server.Folders;
using MoodDeck.Server.Journal;
using MoodDeck.Server.Listeners;
using MoodDeck.Server.Live;
using MoodDeck.Server.Moods;
using MoodDeck.Server.Page;
using MoodDeck.Server.Pairing;
using MoodDeck.Server.Pairing.Certificates;
using MoodDeck.Server.Playlists;
using MoodDeck.Server.Problems;
using MoodDeck.Server.Recommendations;
using MoodDeck.Server.Security;
using MoodDeck.Server.Stations;
using MoodDeck.Server.Status;
using MoodDeck.Server.Streaming;
using MoodDeck.Server.Taste;
using MoodDeck.Server.Tracks;
using MoodDeck.Server.Training;

namespace MoodDeck.Server;

/// <summary>The player and its API in one web application.</summary>
public static class DeckServer
{
    /// <summary>Where the API begins.</summary>
    internal const string ApiRoot = "/api/v1";

    /// <summary>Builds the server, ready to be run. <paramref name="configure"/> may replace services.</summary>
    /// <exception cref="ServerAddressException">An address is none, or reaches beyond this machine.</exception>
    /// <exception cref="LibraryException">The data folder cannot be opened; the message says what to do.</exception>
    public static WebApplication Build(ServerOptions options, Action<IServiceCollection>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> urls = [.. Loopback.Require(options.Urls)];

        // The empty builder reads no addresses from the surroundings: nothing but ServerOptions decides who can reach this.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "MoodDeck.Server", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.AddMoodDeckLogging(builder.Configuration);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Limits.Apply);
        if (options.LanPort is { } lanPort) urls.Add(builder.WebHost.ListenToHouse(lanPort));
        builder.WebHost.UseUrls([.. urls]);
        builder.Services.AddMoodDeckServer(options);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        // A data folder that cannot be used should be said now, not to the first request.
        app.Services.GetRequiredService<LibraryDatabase>();
        if (options.LanPort is not null) app.Services.GetRequiredService<LanCertificate>().Refresh();
        app.UseSecurityHeaders();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseWebSockets();
        app.UseMiddleware<RequestGuard>();
        app.UseMiddleware<LanGate>();
        app.UseRouting();
        app.UseMiddleware<BodyLimit>();
        app.UsePage(options.PageFolder);

        app.MapGet("/healthz", () => TypedResults.Text("ok")).ExcludeFromDescription();
        app.MapOpenApi();
        var api = app.MapGroup(ApiRoot);
        api.MapAnalyze();
        api.MapLive();
        api.MapMoods();
        api.MapRecommendations();
        api.MapCatalogue();
        api.MapTiles();
        api.MapStations();
        api.MapLibraryMoods();
        api.MapStreaming();
        api.MapSheets();
        api.MapSpectrograms();
        api.MapLyrics();
        api.MapDemo();
        api.MapFolders();
        api.MapListeners();
        api.MapPlays();
        api.MapJournal();
        api.MapPlaylists();
        api.MapSmartPlaylists();
        api.MapMarks();
        api.MapTastes();
        api.MapNeutral();
        api.MapCorrections();
        api.MapTrainings();
        api.MapTrainedModels();
        api.MapLan();
        api.MapStatus();
        return app;
    }
}
