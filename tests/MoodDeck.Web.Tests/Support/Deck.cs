using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MoodDeck.Library.Scan;
using MoodDeck.Server;
using MoodDeck.Server.Demo;
using MoodDeck.Vision;

namespace MoodDeck.Web.Tests.Support;

/// <summary>A real server with the built page and a data folder of its own, fresh or with a playable library.</summary>
public sealed class Deck : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("mooddeck-web-");
    private readonly WebApplication _app;

    private Deck() => _app = DeckServer.Build(Options(_data.FullName), services =>
    {
        services.AddLogging(l => l.ClearProviders());
        services.Replace(ServiceDescriptor.Singleton<IDemoMaker, QuickDemo>());
    });

    public string Address => _app.Urls.Single();

    public static async Task<Deck> StartAsync(bool withMusic)
    {
        var deck = new Deck();
        await deck._app.StartAsync();
        if (withMusic) await deck.AddMusicAsync();
        return deck;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    private static ServerOptions Options(string data) => new()
    {
        Urls = "http://127.0.0.1:0",
        DataFolder = data,
        TrainingProgram = new("sh", [Path.Combine(AppContext.BaseDirectory, "stand-in.sh"), VisionOptions.OwnEmotionModelPath]),
    };

    private async Task AddMusicAsync()
    {
        var folder = Path.Combine(_data.FullName, "demo");
        await new QuickDemo().MakeAsync(folder, (_, _) => { }, CancellationToken.None);
        await _app.Services.GetRequiredService<IFolderScanner>().ScanAsync(folder);
    }
}

/// <summary>One server with music for the tests of a class.</summary>
public sealed class MusicDeck : IAsyncLifetime
{
    private Deck? _deck;

    public string Address => _deck!.Address;

    public async ValueTask InitializeAsync() => _deck = await Deck.StartAsync(withMusic: true);

    public async ValueTask DisposeAsync()
    {
        if (_deck is not null) await _deck.DisposeAsync();
    }
}
