using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions;

namespace MoodDeck.Cli.Train;

/// <summary>What to learn from, and what to keep aside.</summary>
internal sealed class LabelledFaceOptions
{
    private readonly Option<string[]> _data = new("--data")
    {
        HelpName = "FOLDER|ZIP|CSV", Required = true, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false,
        Description = "Labelled faces: a folder or ZIP of pictures (train/happy/x.jpg), a table in the layout of FER2013 (emotion,pixels,Usage) or of EMOTIC's annotations. May be repeated; all are learned as one.",
    };

    private readonly Option<string[]> _votes = ValueParsers.Many("--votes", "CSV", "FER+ votes, row by row: the first belong to the first --data, a table in the layout of FER2013, the second to the second.", s => s);
    private readonly Option<string?> _images = new("--images") { HelpName = "DIR|ZIP", Description = "The pictures that EMOTIC's annotations name (default: beside them)." };
    private readonly Option<string[]> _labels = ValueParsers.Many("--label", "NAME=EXPRESSION", "What a folder or label means, such as joy=happiness; NAME= leaves it out. May be repeated.", s => s);
    private readonly Option<FaceCropKind> _crop = ValueParsers.Named("--crop", "What part of a picture is the face", FaceCropKind.Whole);
    private readonly Option<string?> _usage = new("--usage") { HelpName = "U", Description = "Rows to learn from (default: Training where the data say so, else all)." };
    private readonly Option<string?> _validateOn = new("--validate-on") { HelpName = "U", Description = "Choose epoch and calibration on the rows of this usage, such as Validation, in place of a part kept aside." };
    private readonly Option<double> _holdout = ValueParsers.Number("--holdout", "Share of the rows kept aside to choose epoch and calibration by", 0.1);
    private readonly Option<bool> _all = new("--keep-none-aside") { Description = "Learn from every row; the last epoch is taken, and nothing is calibrated without --calibration." };
    private readonly Option<int> _splitSeed = ValueParsers.Whole("--split-seed", "Draws another part to keep aside, or other folds", 1, 0, int.MaxValue);
    private readonly Option<string?> _calibration = new("--calibration") { HelpName = "MODEL", Description = "With --keep-none-aside: take temperature and least probabilities from a model of the same recipe that kept some aside." };
    private readonly Option<int> _folds = ValueParsers.Whole("--folds", "Train this many times with another part kept aside each time (k-fold), and tell the mean; 0 trains once", 0, 0, 20);

    /// <summary>Adds every option.</summary>
    public void AddTo(Command command)
    {
        AddWithPartAside(command);
        command.Add(_all);
        command.Add(_calibration);
        command.Add(_folds);
    }

    /// <summary>Adds those of a training that always keeps one part aside.</summary>
    public void AddWithPartAside(Command command)
    {
        foreach (var option in (Option[])[_data, _votes, _images, _labels, _crop, _usage, _validateOn, _holdout, _splitSeed]) command.Add(option);
    }

    /// <summary>Where the faces come from.</summary>
    /// <exception cref="CliException">A label entry is not one, or there are more votes than tables.</exception>
    public IReadOnlyList<FaceDataSource> SourcesOf(ParseResult parsed)
    {
        var data = parsed.GetRequiredValue(_data);
        var votes = parsed.GetValue(_votes) ?? [];
        if (votes.Length > data.Length) throw CliException.Usage($"there are {votes.Length} --votes for {data.Length} --data. Give at most one for each.");
        var labels = LabelsOf(parsed);
        return
        [
            .. data.Select((path, i) => new FaceDataSource
            {
                Path = path, VotesPath = i < votes.Length ? votes[i] : null, ImagesPath = parsed.GetValue(_images), Labels = labels, Crop = parsed.GetValue(_crop),
            }),
        ];
    }

    /// <summary>What is learned from and what is kept aside.</summary>
    public SplitOptions SplitOf(ParseResult parsed) => new()
    {
        Usage = parsed.GetValue(_usage),
        ValidateOn = parsed.GetValue(_validateOn),
        HoldoutShare = parsed.GetValue(_all) ? 0 : parsed.GetValue(_holdout),
        Folds = parsed.GetValue(_folds),
        Seed = (ulong)parsed.GetValue(_splitSeed),
    };

    /// <summary>The model whose calibration is taken over; null for none.</summary>
    public string? CalibrationOf(ParseResult parsed) => parsed.GetValue(_calibration);

    private LabelMap LabelsOf(ParseResult parsed)
    {
        try
        {
            return LabelMap.Parse(parsed.GetValue(_labels) ?? []);
        }
        catch (FormatException e)
        {
            throw CliException.Usage($"{e.Message}.");
        }
    }
}
