using System.CommandLine;
using System.Globalization;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Training.Runs;

namespace MoodDeck.Cli.Train;

/// <summary>The options every training shares.</summary>
internal sealed class RunOptions
{
    private readonly string _task;
    private readonly string _architecture;
    private readonly Option<string> _arch;
    private readonly Option<string> _run;
    private readonly Option<string?> _out = new("--out") { HelpName = "FILE", Description = "The model file to write (default: in the run folder)." };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on from the run folder's checkpoint." };
    private readonly Option<int> _epochs;
    private readonly Option<int> _batch;
    private readonly Option<int> _seed;
    private readonly Option<int> _threads = Whole("--threads", "Threads, 0 for every core; the result does not depend on it", 0, 0, 1024);
    private readonly Option<double> _rate;
    private readonly Option<double> _decay;
    private readonly Option<OptimiserKind> _optimiser;
    private readonly Option<ScheduleKind> _schedule;

    /// <summary>Options of a task with one architecture and the values MoodDeck's own model was trained with.</summary>
    public RunOptions(string task, string architecture, TrainingOptions defaults)
    {
        (_task, _architecture) = (task, architecture);
        _epochs = Whole("--epochs", "Passes over the data", defaults.Epochs, 1, 100_000);
        _batch = Whole("--batch", "Pictures in a step", defaults.BatchSize, 1, 4096);
        _rate = Number("--rate", "Highest learning rate; Adam wants less than SGD, about 0.002", defaults.LearningRate);
        _decay = Number("--decay", "Weight decay", defaults.WeightDecay);
        _seed = Whole("--seed", "The same seed gives the same model", (int)defaults.Seed, 0, int.MaxValue);
        _optimiser = Named("--optimiser", "Optimiser", defaults.Optimiser);
        _schedule = Named("--schedule", "Course of the learning rate", defaults.Schedule);
        _arch = new("--arch") { HelpName = "A", Description = $"Architecture: {architecture}.", DefaultValueFactory = _ => architecture };
        _run = new("--run") { HelpName = "DIR", Description = "Folder of the checkpoint.", DefaultValueFactory = _ => Path.Combine("runs", task) };
    }

    /// <summary>An ONNX model to start from.</summary>
    public Option<string?> Init { get; } = new("--init") { HelpName = "MODEL", Description = "Start from the weights of an ONNX model of the same architecture." };

    /// <summary>A page about the run.</summary>
    public Option<string?> Report { get; } = new("--report") { HelpName = "HTML", Description = "Also write a page with the course of the training." };

    /// <summary>Adds every option.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_arch, _epochs, Init, _resume, _run, _out, Report, _batch, _rate, _decay, _optimiser, _schedule, _seed, _threads])
            command.Add(option);
    }

    /// <summary>The training that was asked for.</summary>
    /// <exception cref="CliException">A value is out of range, or the architecture is another task's.</exception>
    public TrainingOptions Of(ParseResult parsed)
    {
        if (parsed.GetValue(_arch) is var arch && arch != _architecture)
            throw CliException.Usage($"{_task} has no architecture '{arch}'. There is: {_architecture}.");
        TrainingOptions options = new()
        {
            Epochs = parsed.GetValue(_epochs),
            BatchSize = parsed.GetValue(_batch),
            Seed = (ulong)parsed.GetValue(_seed),
            Threads = parsed.GetValue(_threads),
            LearningRate = parsed.GetValue(_rate),
            WeightDecay = parsed.GetValue(_decay),
            Optimiser = parsed.GetValue(_optimiser),
            Schedule = parsed.GetValue(_schedule),
            RunFolder = Path.GetFullPath(parsed.GetRequiredValue(_run)),
            Resume = parsed.GetValue(_resume),
        };
        try
        {
            options.Validate();
        }
        catch (ArgumentException e)
        {
            throw CliException.Usage(Sentence.Of(e));
        }

        return options;
    }

    /// <summary>A journal in the run folder.</summary>
    public RunJournal JournalOf(ParseResult parsed) => new(parsed.GetRequiredValue(_run), _task, parsed.GetRequiredValue(_arch), TimeProvider.System);

    /// <summary>Where the model goes.</summary>
    public string OutputOf(ParseResult parsed) => parsed.GetValue(_out) ?? Path.Combine(parsed.GetRequiredValue(_run), _task + ".onnx");

    private static Option<int> Whole(string name, string description, int fallback, int least, int most)
    {
        var option = ValueParsers.Option(name, "N", $"{description}.", ValueParsers.WholeNumber(name, least, most));
        option.DefaultValueFactory = _ => fallback;
        return option;
    }

    private static Option<double> Number(string name, string description, double fallback)
    {
        var option = ValueParsers.Option(
            name, "X", FormattableString.Invariant($"{description}."),
            text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : throw new FormatException($"{name} is '{text}'; it must be a number"));
        option.DefaultValueFactory = _ => fallback;
        return option;
    }

    private static Option<T> Named<T>(string name, string description, T fallback) where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).ToList();
        var option = ValueParsers.Option(
            name, "NAME", $"{description}: {string.Join(", ", names)} (default: {names[Array.IndexOf(Enum.GetValues<T>(), fallback)]}).",
            text => names.IndexOf(text.ToLowerInvariant()) is >= 0 and var i ? Enum.GetValues<T>()[i] : throw new FormatException($"{name} is '{text}'. There are: {string.Join(", ", names)}"));
        option.DefaultValueFactory = _ => fallback;
        return option;
    }
}
