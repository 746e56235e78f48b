using System.Globalization;
using MoodDeck.Server.Description;
using MoodDeck.Server.Pairing.Devices;
using MoodDeck.Server.Pairing.Invitations;
using MoodDeck.Server.Pairing.Network;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Pairing;

/// <summary>The one address a device that is not paired may send something to.</summary>
internal sealed partial class PairEndpoint(
    DeviceStore devices, InvitationBook invitations, WrongTokens wrong, LanOptions options, ILogger<PairEndpoint> logger)
{
    /// <summary>Exchanges the token for a key, or says why not.</summary>
    public Results<Ok<DeviceAnswer>, ProblemHttpResult> Pair(HttpContext context, PairBody body)
    {
        if (Door.IsOwn(context)) return ProblemKind.BadRequest.With("This machine needs no pairing. Open the invitation's address on the other device.");
        // Who scans a second time is no second device.
        if (devices.Find(context.Request.Cookies[DeviceKey.Cookie]) is { } known) return TypedResults.Ok(DeviceAnswer.Of(known));

        var from = context.Connection.RemoteIpAddress;
        if (wrong.WaitOf(from) is { } wait)
        {
            var seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            context.Response.Headers.RetryAfter = seconds;
            return ProblemKind.TooManyTries.With($"Too many wrong codes came from here. Wait {seconds} seconds, then scan a new one.");
        }

        var name = body.Name is null ? DeviceNames.Of(context.Request.Headers.UserAgent.ToString()) : DeviceNames.Typed(body.Name);
        if (name is null) return ProblemKind.BadOption.With($"'name' must have 1 to {DeviceNames.MostLetters} characters, none of them control characters.");
        if (string.IsNullOrEmpty(body.Token) || !invitations.TrySpend(body.Token))
        {
            wrong.Note(from);
            return ProblemKind.WrongToken.With("This code was used already, ran out, or was never given. Scan a new one: MoodDeck shows it in its settings or its terminal.");
        }

        var key = DeviceKey.Create();
        if (devices.Add(name, key, options.MaxDevices) is not { } device)
            return ProblemKind.TooManyDevices.With($"{options.MaxDevices} devices are paired already. Remove one and scan a new code.");
        DeviceKey.Hand(context, key);
        Paired(device.Id);
        return TypedResults.Ok(DeviceAnswer.Of(device));
    }

    [LoggerMessage(LogLevel.Information, "Device {Id} was paired")]
    private partial void Paired(string id);
}

internal static class PairRoute
{
    /// <summary>The exchange of a token for a key.</summary>
    public static void MapPair(this IEndpointRouteBuilder lan) =>
        lan.MapPost("/pair", (HttpContext context, PairBody body, PairEndpoint endpoint) => endpoint.Pair(context, body))
            .WithName("Pair").WithSummary("Exchanges an invitation's token for a cookie that lets this device in.").ProducesProblems(400, 403, 409, 429);
}
