using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Sound;
using MoodDeck.Server;
using MoodDeck.Server.Demo;
using MoodDeck.Server.Pairing.Network;
using MoodDeck.Server.Training.Processes;
using MoodDeck.Vision;

namespace MoodDeck.Web.Tests.Support;

/// <summary>A real server with the built page and a data folder of its own, fresh or with a playable library.</summary>
public sealed class Deck : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("mooddeck-web-");
    private readonly WebApplication _app;

    private readonly TravelClock _clock = new();

    private Deck(ServerOptions options, Type demo) => _app = DeckServer.Build(options with { DataFolder = _data.FullName }, services =>
    {
        services.AddLogging(l => l.ClearProviders());
        services.AddSingleton<TimeProvider>(_clock);
        services.Replace(ServiceDescriptor.Singleton(typeof(IDemoMaker), demo));
        services.Replace(ServiceDescriptor.Singleton<ILanAddresses, LoopbackHouse>());
    });

    public string Address => _app.Urls.Single(u => u.StartsWith("http:", StringComparison.Ordinal));

    public static Task<Deck> StartAsync(bool withMusic, bool withLan = false) =>
        RunAsync(new(Options with { LanPort = withLan ? 0 : null }, typeof(QuickDemo)), withMusic);

    /// <summary>A server with the real demo library, which takes a minute or two to make, and with a trainer that trains.</summary>
    public static Task<Deck> StartWithDemoAsync() => RunAsync(new(Options with { TrainingProgram = Trainer }, typeof(DemoMaker)), withMusic: true);

    public static Task<Deck> StartWithAiffAsync() => RunAsync(new(Options, typeof(AiffDemo)), withMusic: true);

    public static Task<Deck> StartWithAlacAsync() => RunAsync(new(Options, typeof(AlacDemo)), withMusic: true);

    /// <summary>Measures the whole files of its music, which a server does in the background.</summary>
    public Task MeasureAsync() => _app.Services.GetRequiredService<IWholeFiles>().MeasureAsync(1);

    /// <summary>Gives the first listener four weeks of history, until yesterday.</summary>
    public Task LiveFourWeeksAsync() => new SampleHistory(_app.Services, _clock).WriteAsync();

    /// <summary>Ends the server under the eyes of those who look at its page.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        // What goes on in the background writes into the data folder until it is stopped; disposing does not wait for it.
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    private static ServerOptions Options { get; } = new()
    {
        Urls = "http://127.0.0.1:0",
        TrainingProgram = new("sh", [Path.Combine(AppContext.BaseDirectory, "stand-in.sh"), VisionOptions.OwnEmotionModelPath]),
    };

    private static TrainingProgram Trainer =>
        new("dotnet", [Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../MoodDeck.Cli/release/mooddeck.dll"))]);

    private static async Task<Deck> RunAsync(Deck deck, bool withMusic)
    {
        await deck._app.StartAsync();
        if (withMusic) await deck.AddMusicAsync();
        return deck;
    }

    private async Task AddMusicAsync()
    {
        var folder = Path.Combine(_data.FullName, "demo");
        await _app.Services.GetRequiredService<IDemoMaker>().MakeAsync(folder, (_, _) => { }, CancellationToken.None);
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
