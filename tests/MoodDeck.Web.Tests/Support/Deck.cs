using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MoodDeck.Library.Scan;
using MoodDeck.Server;
using MoodDeck.Server.Demo;
using MoodDeck.Server.Pairing.Network;
using MoodDeck.Vision;

namespace MoodDeck.Web.Tests.Support;

/// <summary>A real server with the built page and a data folder of its own, fresh or with a playable library.</summary>
public sealed class Deck : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("mooddeck-web-");
    private readonly WebApplication _app;

    private Deck(bool withLan) => _app = DeckServer.Build(Options(_data.FullName) with { LanPort = withLan ? 0 : null }, services =>
    {
        services.AddLogging(l => l.ClearProviders());
        services.Replace(ServiceDescriptor.Singleton<IDemoMaker, QuickDemo>());
        services.Replace(ServiceDescriptor.Singleton<ILanAddresses, LoopbackHouse>());
    });

    public string Address => _app.Urls.Single(u => u.StartsWith("http:", StringComparison.Ordinal));

    public static async Task<Deck> StartAsync(bool withMusic, bool withLan = false)
    {
        var deck = new Deck(withLan);
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

/// <summary>A house whose network is this machine's loopback, so that a test sends nothing to any other.</summary>
internal sealed class LoopbackHouse : ILanAddresses
{
    public IReadOnlyList<string> Names() => [];

    public IReadOnlyList<IPAddress> Addresses() => [IPAddress.Parse("127.0.0.2")];
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
