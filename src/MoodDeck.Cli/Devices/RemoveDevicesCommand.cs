using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Library;
using MoodDeck.Server.Pairing.Devices;

namespace MoodDeck.Cli.Devices;

/// <summary><c>devices remove</c>: lets devices in no longer, by a running server too.</summary>
internal static class RemoveDevicesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string[]> which = new("ID") { Description = "Ids or names of devices, as mooddeck devices list shows them.", Arity = ArgumentArity.OneOrMore };
        var data = CommonOptions.Data();
        DocumentedCommand command = new(
            "remove", "Remove paired devices; a running server shuts them out within a second.",
            "mooddeck devices remove 3f9a0c17b2de", "mooddeck devices remove \"Chrome on Android\"")
        {
            which, data,
        };
        command.SetAction(parsed =>
        {
            var store = DeviceStore.Open(DataFolder.Open(parsed.GetValue(data)), TimeProvider.System);
            // All are found before the first is removed: a mistyped one leaves everything as it was.
            var found = parsed.GetRequiredValue(which).Select(word => Find(store.List(), word)).ToList();
            foreach (var device in found)
                if (store.Remove(device.Id) is not null) Console.Out.WriteLine($"{device.Name} ({device.Id}) is no longer let in.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Device Find(IReadOnlyList<Device> devices, string word)
    {
        if (devices.FirstOrDefault(d => d.Id == word) is { } meant) return meant;
        return devices.Where(d => string.Equals(d.Name, word, StringComparison.OrdinalIgnoreCase)).ToList() switch
        {
            [var only] => only,
            [] => throw new CliException($"no device '{word}' is paired. See: ./mooddeck devices list"),
            var several => throw new CliException($"{several.Count} devices are called '{word}'. Say which by its id: {string.Join(", ", several.Select(d => d.Id))}"),
        };
    }
}
