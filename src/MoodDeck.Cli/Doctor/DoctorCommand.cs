using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Doctor;

/// <summary><c>doctor</c>: what is installed, what is missing, what each missing part costs and what mends it.</summary>
internal static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var data = CommonOptions.Data();
        DocumentedCommand command = new(
            "doctor", "Tell what is installed, what is missing and what each missing part costs.",
            "mooddeck doctor", "mooddeck doctor --json")
        {
            data, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            List<Finding> findings = [.. ExamineMachine(parsed.GetValue(data)), .. await DataFolderCheck.ExamineAsync(parsed.GetValue(data), cancel)];
            if (parsed.GetValue(json)) JsonOutput.Write(new { ok = findings.TrueForAll(f => f.Ok), parts = findings });
            else Print(findings);
            return ExitCodes.Done;
        });
        return command;
    }

    private static IEnumerable<Finding> ExamineMachine(string? dataFolder) =>
        [.. Machine.Examine(), Inference.Examine(), .. Models.Examine(dataFolder), .. SystemLibraries.Examine(), .. Programs.Examine(), Page.Examine()];

    private static void Print(List<Finding> findings)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns(new TableColumn("").NoWrap(), new TableColumn("").NoWrap(), new TableColumn(""));
        foreach (var f in findings)
        {
            table.AddRow(f.Ok ? "[green]ok[/]" : "[red]missing[/]", Markup.Escape(f.Part), Markup.Escape(f.Detail));
            if (f.Ok) continue;
            table.AddRow("", "", "costs: " + Markup.Escape(f.Cost!));
            table.AddRow("", "", "mend:  " + Markup.Escape(f.Mend!));
        }

        Terminal.Write(table);
        var missing = findings.Count(f => !f.Ok);
        Console.Out.WriteLine(missing == 0 ? "Everything is there." : $"{missing} of {findings.Count} parts are missing.");
    }
}
