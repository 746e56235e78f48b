using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Server;

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
        var data = CommonOptions.Data();
        DocumentedCommand command = new(
            "serve", "Start the player; open the address it prints in a browser. This is what ./mooddeck alone does.",
            "mooddeck serve", "mooddeck serve --urls http://127.0.0.1:8080 --data ~/moods")
        {
            urls, data,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            new ServerOptions { Urls = parsed.GetRequiredValue(urls), DataFolder = parsed.GetValue(data), TrainingProgram = OwnProgram.Find() }, cancel));
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
            Console.Out.WriteLine($"MoodDeck plays at {string.Join(" and ", addresses)} (Ctrl+C stops it)");
            await app.WaitForShutdownAsync(cancel);
            return ExitCodes.Done;
        }
        catch (ServerAddressException e)
        {
            throw CliException.Usage(e.Message);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new CliException($"{options.Urls} is taken by another program. Stop that one, or choose another port: --urls http://127.0.0.1:5081", cause: e);
        }
    }
}
