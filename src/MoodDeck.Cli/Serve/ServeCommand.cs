using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Server;
using MoodDeck.Server.Pairing;

namespace MoodDeck.Cli.Serve;

/// <summary><c>serve</c>: the player and its API.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string> urls = new("--urls")
        {
            HelpName = "URL",
            Description = "Where to listen; only this machine's own addresses, several separated by semicolons.",
            DefaultValueFactory = _ => ServerOptions.DefaultUrls,
        };
        Option<bool> lan = new("--lan") { Description = "Let paired devices of the house in too, over TLS; shows a code that pairs one." };
        var lanPort = ValueParsers.Option("--lan-port", "PORT", $"The port for them (default: {ServerOptions.DefaultLanPort}).", ValueParsers.WholeNumber("--lan-port", 0, 65535));
        lanPort.DefaultValueFactory = _ => ServerOptions.DefaultLanPort;
        var data = CommonOptions.Data();
        DocumentedCommand command = new(
            "serve", "Start the player; open the address it prints in a browser. This is what ./mooddeck alone does.",
            "mooddeck serve", "mooddeck serve --lan", "mooddeck serve --urls http://127.0.0.1:8080 --data ~/moods")
        {
            urls, lan, lanPort, data,
        };
        command.SetAction((parsed, cancel) =>
        {
            if (!parsed.GetValue(lan) && parsed.GetResult(lanPort) is { Implicit: false }) throw CliException.Usage("--lan-port means something only with --lan. Add --lan.");
            ServerOptions options = new()
            {
                Urls = parsed.GetRequiredValue(urls),
                LanPort = parsed.GetValue(lan) ? parsed.GetValue(lanPort) : null,
                DataFolder = parsed.GetValue(data),
                TrainingProgram = OwnProgram.Find(),
            };
            return RunAsync(options, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(ServerOptions options, CancellationToken cancel)
    {
        try
        {
            // A start that fails is told in one line below; the host would log its stack trace as well.
            var started = false;
            await using var app = DeckServer.Build(options, services => services.AddLogging(
                logging => logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning)));
            await app.StartAsync(cancel);
            started = true;
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            string[] here = [.. addresses.Where(a => a.StartsWith("http:", StringComparison.Ordinal))];
            Console.Out.WriteLine($"MoodDeck plays at {string.Join(" and ", here)} (Ctrl+C stops it)");
            if (options.LanPort is not null) LanWelcome.Write(app.Services.GetRequiredService<Lan>(), here[0]);
            await app.WaitForShutdownAsync(cancel);
            return ExitCodes.Done;
        }
        catch (ServerAddressException e)
        {
            throw CliException.Usage(e.Message);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            if (e.Message.Contains("https://", StringComparison.Ordinal))
                throw new CliException($"port {options.LanPort} is taken by another program. Stop that one, or choose another port: --lan-port {ServerOptions.DefaultLanPort + 1}", cause: e);
            throw new CliException($"{options.Urls} is taken by another program. Stop that one, or choose another port: --urls http://127.0.0.1:5081", cause: e);
        }
    }
}
