using MoodDeck.Server.Description;
using MoodDeck.Server.Pairing.Devices;
using MoodDeck.Server.Pairing.Invitations;
using MoodDeck.Server.Pairing.Network;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Pairing;

internal static class LanEndpoints
{
    /// <summary>The house's network: whether it is listened on, and which devices are let in.</summary>
    public static void MapLan(this IEndpointRouteBuilder api)
    {
        var lan = api.MapGroup("/lan").WithTags("Devices of the house");
        lan.MapGet("", State).WithName("Lan").WithSummary("Whether other devices of the house are let in, and where.");
        lan.MapPair();

        var managed = lan.MapGroup("").AddEndpointFilter(OnlyThisMachine).ProducesProblem(403);
        managed.MapPost("/invitation", Invite).WithName("Invite").WithSummary("A token that lets one more device in, once, as an address and a QR code.").ProducesProblem(409);
        managed.MapGet("/devices", (DeviceStore devices) => TypedResults.Ok(devices.List().Select(DeviceAnswer.Of)))
            .WithName("Devices").WithSummary("The paired devices, in the order they came.");
        managed.MapPut("/devices/{id}", Rename).WithName("RenameDevice").WithSummary("Calls a device something else.").ProducesProblems(400, 404);
        managed.MapDelete("/devices/{id}", Remove).WithName("RemoveDevice").WithSummary("Lets a device in no longer, and breaks off what it is being answered.").ProducesProblem(404);
    }

    private static ValueTask<object?> OnlyThisMachine(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Door.IsOwn(context.HttpContext)
            ? next(context)
            : ValueTask.FromResult<object?>(ProblemKind.NotHere.With("Devices are invited, renamed and removed at the machine that MoodDeck runs on."));

    private static Ok<LanAnswer> State(Lan lan, HttpContext context) => TypedResults.Ok(new LanAnswer(
        lan.IsOn, lan.Urls(), lan.Fingerprint, Door.IsOwn(context), context.Features.Get<Device>() is { } device ? DeviceAnswer.Of(device) : null));

    private static Results<Ok<LanInvitation>, ProblemHttpResult> Invite(Lan lan)
    {
        if (!lan.IsOn) return ProblemKind.LanOff.With("MoodDeck listens to this machine alone. Start it with: mooddeck serve --lan");
        return lan.Invite() is { } invitation
            ? TypedResults.Ok(invitation)
            : ProblemKind.LanOff.With("This machine is on no network. Connect it to the house's and ask again.");
    }

    private static Results<Ok<DeviceAnswer>, ProblemHttpResult> Rename(string id, RenameBody body, DeviceStore devices)
    {
        if (DeviceNames.Typed(body.Name) is not { } name)
            return ProblemKind.BadOption.With($"'name' must have 1 to {DeviceNames.MostLetters} characters, none of them control characters.");
        return devices.Rename(id, name) is { } device ? TypedResults.Ok(DeviceAnswer.Of(device)) : Unknown(id);
    }

    private static Results<NoContent, ProblemHttpResult> Remove(string id, DeviceStore devices) =>
        devices.Remove(id) is null ? Unknown(id) : TypedResults.NoContent();

    private static ProblemHttpResult Unknown(string id) => ProblemKind.UnknownDevice.With($"No device '{id}' is paired. GET /api/v1/lan/devices lists them.");
}
