using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Server;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Pairing.Invitations;

namespace MoodDeck.Cli.Devices;

/// <summary><c>devices invite</c>: a new code from the running server, for a machine without a screen of its own.</summary>
internal static class InviteDeviceCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string> url = new("--url") { HelpName = "URL", Description = "The running MoodDeck's own address.", DefaultValueFactory = _ => ServerOptions.DefaultUrls };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "invite", "Show a code that lets one more device in; asks the running mooddeck serve --lan for it.",
            "mooddeck devices invite", "mooddeck devices invite --url http://127.0.0.1:8080")
        {
            url, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var address = parsed.GetRequiredValue(url);
            var invitation = await AskAsync(address, cancel);
            if (parsed.GetValue(json)) JsonOutput.Write(invitation);
            else InvitationText.Write(invitation, address);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<LanInvitation> AskAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || !url.IsLoopback)
            throw CliException.Usage($"'{address}' is no address of this machine. Write it like {ServerOptions.DefaultUrls}.");
        try
        {
            using HttpClient client = new();
            using var answer = await client.PostAsync(new Uri(url, "/api/v1/lan/invitation"), content: null, cancel);
            if (answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<LanInvitation>(MoodDeckJson.Options, cancel) is { } invitation) return invitation;
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
            throw new CliException(problem.GetProperty("detail").GetString()!);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CliException($"no MoodDeck answers at {address}. Start it with: mooddeck serve --lan, or say where it is with --url", cause: e);
        }
    }
}
