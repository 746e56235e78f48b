using System.CommandLine;
using System.Globalization;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Library;
using MoodDeck.Server.Pairing.Devices;
using Spectre.Console;

namespace MoodDeck.Cli.Devices;

/// <summary><c>devices list</c>: who is let in.</summary>
internal static class ListDevicesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new("list", "List the paired devices.", "mooddeck devices list", "mooddeck devices list --json") { data, json };
        command.SetAction(parsed =>
        {
            var devices = DeviceStore.Open(DataFolder.Open(parsed.GetValue(data)), TimeProvider.System).List();
            if (parsed.GetValue(json)) JsonOutput.Write(new { devices = devices.Select(d => new { d.Id, d.Name, d.PairedAt, d.LastSeenAt }) });
            else Print(devices);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(IReadOnlyList<Device> devices)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("id", "name", "paired", "last seen");
        foreach (var d in devices) table.AddRow(d.Id, Markup.Escape(d.Name), TimeText(d.PairedAt), TimeText(d.LastSeenAt));
        if (devices.Count > 0) Terminal.Write(table);
        Console.Out.WriteLine(devices.Count == 1 ? "1 device" : $"{devices.Count} devices");
    }

    private static string TimeText(DateTimeOffset at) => at.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
