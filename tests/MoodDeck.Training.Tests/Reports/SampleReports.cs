using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Detection;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Reports;
using MoodDeck.Training.Runs;

namespace MoodDeck.Training.Tests.Reports;

/// <summary>Reports with every part, of drawn pictures and made-up answers.</summary>
internal static class SampleReports
{
    public static readonly string[] Seven = ["angry", "disgust", "fear", "happy", "sad", "surprise", "neutral"];

    public static DateTimeOffset Written { get; } = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A training with data, curves, a classification and a regression.</summary>
    public static RunReport Training(int epochs = 12, int folds = 1)
    {
        var set = Set(420);
        var answers = Answers(set);
        return new()
        {
            Title = "Training an expression model",
            Summary = "A drawn sample.",
            CreatedAt = Written,
            Warnings = ["2 of 422 pictures could not be read."],
            Settings = [new("architecture", "moodnet"), ReportSetting.Of("parameters", 1_234_567), .. TrainingReports.SettingsOf(new() { RunFolder = "runs/x", Epochs = epochs })],
            Data = Data(set),
            Curves = [.. Enumerable.Range(1, folds).Select(f => Curve(folds == 1 ? "training" : $"fold {f}", epochs, f))],
            Evaluations =
            [
                EvaluationReport.Of("kept aside", answers, set, new RowsJudged { Description = "a tenth of the rows", UsedFor = RowUse.ChoosingEpoch | RowUse.Calibration, CopiesOfTraining = 3 }, new() { ShowsPictures = true, Unsure = new(0.5), WorstMistakes = 12 }),
                new() { Name = "valence and arousal", Rows = new RowsJudged { Description = "rows with numbers" }, Regression = [Regression("valence", 1), Regression("arousal", 2)] },
            ],
        };
    }

    /// <summary>A detector's evaluation.</summary>
    public static RunReport Faces() => new()
    {
        Title = "deck on labelled pictures",
        CreatedAt = Written,
        Detection = new(
            new DetectionReport(200, 380, 0.5, 350, 12, 0.95, [new("indoors", 200, 190, 4), new("street", 180, 160, 8)]),
            [.. Enumerable.Range(0, 60).Select(i => new PrecisionRecallPoint(0.99 - (i / 61.0), i / 62.0, 1 - Math.Pow(i / 64.0, 6)))], 5.5,
            new RowsJudged { Description = "all pictures of labels.csv" }),
    };

    /// <summary>Pictures of a bright row that names the class, with noise.</summary>
    public static FaceImageSet Set(int rows, string[]? names = null)
    {
        var pixels = new byte[rows * FaceImageSet.ImageLength];
        for (var row = 0; row < rows; row++)
        {
            var random = FastRandom.For(1, row, 0);
            for (var p = 0; p < FaceImageSet.ImageLength; p++) pixels[(row * FaceImageSet.ImageLength) + p] = (byte)((p / FaceImageSet.Side % 7 == row % 7 ? 180 : 70) + (random.NextFloat() * 50));
        }

        return new()
        {
            Pixels = pixels,
            Labels = [.. Enumerable.Range(0, rows).Select(r => (byte)(r % 7))],
            Usages = new byte[rows],
            UsageNames = ["PublicTest"],
            SourceRows = [.. Enumerable.Range(0, rows)],
            SourceRowCount = rows,
            Bad = new BadRows(),
            Names = names,
        };
    }

    /// <summary>Answers that are right about as often as they are sure.</summary>
    public static EmotionReport Answers(FaceImageSet set)
    {
        var random = FastRandom.For(7, 0, 0);
        List<EmotionAnswer> answers = [];
        for (var row = 0; row < set.Count; row++)
        {
            var sure = 0.2 + (0.8 * random.NextFloat());
            var truth = row % 7;
            answers.Add(new(row, truth, random.NextFloat() < sure ? truth : (truth + 1 + (row % 3)) % 7, sure));
        }

        return new("fer2013", Seven, answers, 900);
    }

    private static DataReport Data(FaceImageSet set) => new()
    {
        Sources = ["pictures.zip"],
        Notes = ["A tenth was kept aside, copies on one side."],
        Counts = [new("FER2013", Seven, [new("learned from", [3995, 436, 4097, 7215, 4830, 3171, 4965], [4965, 4965, 4965, 7215, 4965, 4965, 4965], "SMOTE"), new("kept aside", [444, 48, 455, 802, 537, 352, 552])])],
        Skipped = [new("train/happy/x.jpg", "it is no picture"), new("train/smug", "no label is called so", 40)],
        Copies = [new("PublicTest and Training", 279, "kept on one side"), new("Training", 1200)],
        Outliers = [new("line 12", "happy", 4.2, "distance from the class's average", ReportPicture.Of(set, 3))],
        Averages = [.. Seven.Select((name, i) => new AveragePicture(name, 60, ReportPicture.Of(set, i)))],
    };

    private static TrainingCurve Curve(string name, int epochs, int seed) => TrainingCurve.Of(
        name, [.. Enumerable.Range(1, epochs).Select(e => Epoch(e, epochs, seed))], Math.Max(1, epochs - 2));

    private static EpochRecord Epoch(int epoch, int epochs, int seed)
    {
        var noise = 0.02 * FastRandom.For((ulong)seed, epoch, 1).NextFloat();
        Dictionary<string, double> figures = new() { ["ferplus"] = 0.86 - (0.5 * Math.Exp(-epoch / 3.0)) + noise, ["fer2013"] = 0.68 - (0.4 * Math.Exp(-epoch / 3.0)) - noise };
        return new(epoch, 0.4 + (1.5 * Math.Exp(-epoch / 4.0)) + noise, new Validation(0, figures), 20, 0.05 * 0.5 * (1 + Math.Cos(Math.PI * epoch / epochs)));
    }

    private static RegressionReport Regression(string name, ulong seed)
    {
        var random = FastRandom.For(seed, 3, 3);
        var (truths, answers) = (new float[200], new float[200]);
        for (var i = 0; i < truths.Length; i++)
        {
            truths[i] = Math.Clamp(random.NextNormal() * 0.4f, -1, 1);
            answers[i] = Math.Clamp((0.6f * truths[i]) + (random.NextNormal() * 0.2f), -1, 1);
        }

        truths[5] = float.NaN;
        return RegressionReport.Of(name, truths, answers);
    }
}
