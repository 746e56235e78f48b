using System.CommandLine;

namespace MoodDeck.Cli.Devices;

/// <summary><c>devices …</c>: the devices of the house that may use this MoodDeck.</summary>
internal static class DevicesCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("devices", "The paired devices of the house: list them, remove one, invite another.")
    {
        ListDevicesCommand.Create(), RemoveDevicesCommand.Create(), InviteDeviceCommand.Create(),
    };
}
