using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Comparisons;
using MoodDeck.Training.Expressions;

namespace MoodDeck.Cli.Train;

/// <summary>The options of <c>train compare</c>.</summary>
internal sealed class CompareOptions
{
    private readonly LabelledFaceOptions _faces = new();
    private readonly StepOptions _steps = new(EmotionTrainer.Defaults);
    private readonly Option<string[]> _arch = ValueParsers.Many("--arch", "NAME", $"An architecture to compare: {string.Join(", ", ExpressionArchitectures.Names)} (default: all). May be repeated.", Architecture);
    private readonly Option<double> _minutes = ValueParsers.Number("--minutes", "How long each learns, as nearly as whole epochs allow", 3);
    private readonly Option<int?> _width = ValueParsers.Option<int?>("--width", "N", "Channels of every network's first stage (default: each architecture's own).", text => ValueParsers.WholeNumber("--width", 4, 512)(text));
    private readonly Option<string?> _judgeOn = new("--judge-on") { HelpName = "USAGE", Description = "Judge the finished models on the rows of this usage, such as PublicTest, in place of those that chose the epoch." };
    private readonly Option<string> _run = new("--run") { HelpName = "DIR", Description = "Folder of the plan, the checkpoints and the models.", DefaultValueFactory = _ => Path.Combine("runs", "compare") };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on where the run folder's comparison was stopped." };
    private readonly Option<string?> _out = ValueParsers.Option<string?>("--out", "FILE.md", "Also write a Markdown page, with plots in the folder images beside it.", Page);

    /// <summary>Adds every option.</summary>
    public void AddTo(Command command)
    {
        _faces.AddWithPartAside(command);
        foreach (var option in (Option[])[_arch, _minutes, _judgeOn, _width, _run, _resume, _out]) command.Add(option);
        _steps.AddTo(command);
    }

    /// <summary>Where the page goes; null for none.</summary>
    public string? PageOf(ParseResult parsed) => parsed.GetValue(_out);

    /// <summary>The comparison that was asked for.</summary>
    /// <exception cref="CliException">A value is out of range.</exception>
    public ComparisonOptions Of(ParseResult parsed)
    {
        var run = Path.GetFullPath(parsed.GetRequiredValue(_run));
        var names = parsed.GetValue(_arch) ?? [];
        var minutes = parsed.GetValue(_minutes);
        if (minutes is not (> 0 and <= 1440)) throw CliException.Usage(FormattableString.Invariant($"--minutes is {minutes}; it must be more than 0 and at most 1440."));
        ComparisonOptions options = new()
        {
            Common = new()
            {
                Sources = _faces.SourcesOf(parsed), Split = _faces.SplitOf(parsed), Width = parsed.GetValue(_width), OutputPath = run,
                Training = _steps.Into(new() { RunFolder = run, Resume = parsed.GetValue(_resume) }, parsed),
            },
            Architectures = names.Length == 0 ? ExpressionArchitectures.Names : names,
            Budget = TimeSpan.FromMinutes(minutes),
            JudgeOn = parsed.GetValue(_judgeOn),
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

    private static string Architecture(string text) => ExpressionArchitectures.Names.Contains(text)
        ? text
        : throw new FormatException($"there is no architecture '{text}'. There are: {string.Join(", ", ExpressionArchitectures.Names)}");

    private static string? Page(string text) => Path.GetExtension(text).Equals(".md", StringComparison.OrdinalIgnoreCase)
        ? text
        : throw new FormatException($"--out is '{text}'; it must be a Markdown page such as comparison.md");
}
