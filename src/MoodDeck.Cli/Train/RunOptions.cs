using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Training.Reports;
using MoodDeck.Training.Runs;

namespace MoodDeck.Cli.Train;

/// <summary>The options every training shares.</summary>
internal sealed class RunOptions
{
    private readonly string _task;
    private readonly IReadOnlyList<string> _architectures;
    private readonly Option<string> _arch;
    private readonly Option<string> _run;
    private readonly Option<string?> _out = new("--out") { HelpName = "FILE", Description = "The model file to write (default: in the run folder)." };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on from the run folder's checkpoint." };
    private readonly Option<int> _epochs;
    private readonly Option<int> _patience;
    private readonly StepOptions _steps;

    /// <summary>Options of a task with its architectures, its own one first, and the values MoodDeck's own model was trained with.</summary>
    public RunOptions(string task, IReadOnlyList<string> architectures, TrainingOptions defaults)
    {
        (_task, _architectures) = (task, architectures);
        _epochs = ValueParsers.Whole("--epochs", "Passes over the data", defaults.Epochs, 1, 100_000);
        _steps = new(defaults);
        _patience = ValueParsers.Whole("--patience", "End early after so many epochs without a better score; 0 never does", defaults.Patience, 0, 100_000);
        _arch = new("--arch") { HelpName = "A", Description = $"Architecture: {string.Join(", ", architectures)}.", DefaultValueFactory = _ => architectures[0] };
        _run = new("--run") { HelpName = "DIR", Description = "Folder of the checkpoint.", DefaultValueFactory = _ => Path.Combine("runs", task) };
    }

    /// <summary>An ONNX model to start from.</summary>
    public Option<string?> Init { get; } = new("--init") { HelpName = "MODEL", Description = "Start from the weights of an ONNX file: a model of the same architecture, or a network of its layout trained elsewhere." };

    private readonly Option<string?> _report = new("--report") { HelpName = "HTML", Description = "Also write a page about data, course and result of the training, and the same as JSON beside it." };

    /// <summary>Adds every option.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_arch, _epochs, Init, _resume, _run, _out, _report, _patience]) command.Add(option);
        _steps.AddTo(command);
    }

    /// <summary>The training that was asked for.</summary>
    /// <exception cref="CliException">A value is out of range.</exception>
    public TrainingOptions Of(ParseResult parsed) => _steps.Into(
        new()
        {
            Epochs = parsed.GetValue(_epochs),
            Patience = parsed.GetValue(_patience),
            RunFolder = Path.GetFullPath(parsed.GetRequiredValue(_run)),
            Resume = parsed.GetValue(_resume),
        },
        parsed);

    /// <summary>The architecture that was asked for.</summary>
    /// <exception cref="CliException">The task has none of this name.</exception>
    public string ArchitectureOf(ParseResult parsed)
    {
        var arch = parsed.GetRequiredValue(_arch);
        return _architectures.Contains(arch) ? arch : throw CliException.Usage($"{_task} has no architecture '{arch}'. There is: {string.Join(", ", _architectures)}.");
    }

    /// <summary>A journal in the run folder.</summary>
    public RunJournal JournalOf(ParseResult parsed) => new(parsed.GetRequiredValue(_run), _task, ArchitectureOf(parsed), TimeProvider.System);

    /// <summary>Where the report goes; null for none.</summary>
    /// <exception cref="CliException">It would overwrite the run's journal.</exception>
    public string? ReportOf(ParseResult parsed)
    {
        if (parsed.GetValue(_report) is not { } report) return null;
        var journal = Path.GetFullPath(Path.Combine(parsed.GetRequiredValue(_run), RunJournal.FileName));
        return Path.GetFullPath(ReportFiles.Of(report).JsonPath) == journal
            ? throw CliException.Usage($"the report {report} would overwrite the run's journal {RunJournal.FileName}. Give it another name, such as report.html.")
            : report;
    }

    /// <summary>Where the model goes.</summary>
    public string OutputOf(ParseResult parsed) => parsed.GetValue(_out) ?? Path.Combine(parsed.GetRequiredValue(_run), _task + ".onnx");
}
