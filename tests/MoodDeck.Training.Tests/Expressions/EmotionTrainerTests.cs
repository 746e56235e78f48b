using MoodDeck.Core.Mood;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Resampling;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tests.Data;
using MoodDeck.Vision;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Tests.Expressions;

/// <summary>The whole way from labelled pictures to a model file the player reads.</summary>
public sealed class EmotionTrainerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_FolderOfPictures_GivesAModelThatReadsNewOnes()
    {
        DrawnFaces.PutFolders(_folder, "faces", 40, "neutral", "joy", "sad");
        var result = EmotionTrainer.Run(Options("faces") with { Training = Training("run", 40), Augmentation = FaceAugmentationOptions.None });

        Assert.Equal(["ferplus", "fer2013"], result.Heads);
        using var reader = EmotionClassifier.Open(result.ModelPath);
        Emotion[] expected = [Emotion.Neutral, Emotion.Happiness, Emotion.Sadness];
        var right = 0;
        for (var i = 0; i < 30; i++)
        {
            var face = Array.ConvertAll(DrawnFaces.Draw(i % 3, 1000 + i), p => (float)p);
            if (reader.Classify(face)[0].Scores.Top == expected[i % 3]) right++;
        }

        Assert.True(right >= 27, $"{right} of 30 new faces were read rightly");
    }

    [Fact]
    public void Run_LabelsOfFer2013Alone_LearnsNoHeadItKnowsNothingOf()
    {
        _folder.Write("faces.csv", FaceRows.Header + string.Concat(Enumerable.Range(0, 40).Select(i => FaceRows.Row(i % 7, i))));
        var result = EmotionTrainer.Run(Options("faces.csv"));

        Assert.Equal(["fer2013"], result.Heads);
        using var reader = EmotionClassifier.Open(result.ModelPath);
        var read = reader.Classify(new float[48 * 48])[0];
        Assert.NotNull(read.Fer2013);
        Assert.Equal(0, read.Scores[Emotion.Contempt]);
    }

    [Fact]
    public void Run_SeveralSetsWithALabelMap_LearnsThemAsOne()
    {
        DrawnFaces.PutFolders(_folder, "a", 10, "neutral", "happy");
        DrawnFaces.PutFolders(_folder, "b", 12, "bored", "cheerful", "other");
        var labels = LabelMap.Parse(["bored=neutral", "cheerful=happiness", "other="]);
        var result = EmotionTrainer.Run(Options("a") with
        {
            Sources = [new() { Path = _folder.File("a"), Labels = labels }, new() { Path = _folder.File("b"), Labels = labels }],
        });

        Assert.Equal(44, result.Data.Rows.Length + result.Data.Holdout.Length);
        Assert.Equal(result.Data.Rows.Length, result.Balance.Before.Sum());
        Assert.Equal(2, result.Balance.Before.Count(n => n > 0));
    }

    [Fact]
    public void Run_OfficialSplit_ChoosesByItAndLearnsNothingFromIt()
    {
        DrawnFaces.PutFolders(_folder, "faces/train", 10, "neutral", "happy");
        DrawnFaces.PutFolders(_folder, "faces/validation", 4, "neutral", "happy");
        DrawnFaces.PutFolders(_folder, "faces/test", 3, "neutral", "happy");
        var result = EmotionTrainer.Run(Options("faces") with { Split = new() { ValidateOn = "Validation" } });

        Assert.Equal(20, result.Data.Rows.Length);
        Assert.Equal(8, result.Data.Holdout.Length);
        Assert.Equal(28, result.Data.Set.Count);
        Assert.All(result.Data.Holdout, row => Assert.Equal("Validation", result.Data.Set.UsageOf(row)));
    }

    [Fact]
    public void Run_NoneAside_TakesTheCalibrationOfAModelThatKeptSomeAside()
    {
        DrawnFaces.PutFolders(_folder, "faces", 20, "neutral", "happy");
        var chosen = EmotionTrainer.Run(Options("faces"));
        Assert.NotEqual(1, chosen.Calibration.Temperature);

        var all = EmotionTrainer.Run(Options("faces") with
        {
            Split = new() { HoldoutShare = 0 }, CalibrationPath = chosen.ModelPath, OutputPath = _folder.File("all.onnx"), Training = Training("all", 1),
        });

        Assert.Equal(40, all.Data.Rows.Length);
        using var reader = EmotionClassifier.Open(all.ModelPath);
        Assert.Equal(chosen.Calibration.Temperature, reader.Temperature, 1e-4);
        Assert.All(Emotions.All, e => Assert.Equal(chosen.Calibration.Unsure[e], reader.Unsure[e], 1e-4));
        Assert.Throws<ArgumentException>(() => EmotionTrainer.Run(Options("faces") with { CalibrationPath = chosen.ModelPath }));
    }

    [Fact]
    public void Run_UnknownUsage_NamesThoseThereAre()
    {
        DrawnFaces.PutFolders(_folder, "faces/train", 3, "neutral", "happy");
        var error = Assert.Throws<InvalidDataException>(() => EmotionTrainer.Run(Options("faces") with { Split = new() { Usage = "Holiday" } }));
        Assert.Contains("Training", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ResamplingKind.Oversample)]
    [InlineData(ResamplingKind.Smote)]
    [InlineData(ResamplingKind.SmotePixels)]
    public void Run_Resampled_TellsTheRowsBeforeAndAfter(ResamplingKind kind)
    {
        DrawnFaces.PutFolders(_folder, "faces", 30, "neutral", "happy");
        DrawnFaces.PutFolders(_folder, "rare", 6, "neutral", "happy", "sad");
        Directory.Move(_folder.File("rare/sad"), _folder.File("faces/sad"));
        var result = EmotionTrainer.Run(Options("faces") with
        {
            Balance = new() { Resampling = kind, Share = 1, Weights = ClassWeighting.EffectiveNumber }, Split = new() { HoldoutShare = 0 },
        });

        Assert.Equal([30, 30, 0, 6, 0, 0, 0, 0], result.Balance.Before);
        Assert.Equal([30, 30, 0, 30, 0, 0, 0, 0], result.Balance.After);
        Assert.True(File.Exists(result.ModelPath));
    }

    [Fact]
    public void Run_Smote_JudgesTheHeadsThatWereTrainedAgain()
    {
        DrawnFaces.PutFolders(_folder, "faces", 20, "neutral", "happy");
        var result = EmotionTrainer.Run(Options("faces") with { Balance = new() { Resampling = ResamplingKind.Smote, Share = 1 } });

        Assert.NotNull(result.Retrained);
        Assert.Equal(result.Retrained.Figures, result.Figures);
        Assert.NotEqual(result.History[result.BestEpoch - 1].Validation!.Figures["ferplus loss"], result.Figures["ferplus loss"]);
    }

    [Fact]
    public void Run_TooFewOfEachToKeepAside_TakesTheLastEpochAndSaysSo()
    {
        DrawnFaces.PutFolders(_folder, "faces", 3, "neutral", "happy");
        var result = EmotionTrainer.Run(Options("faces"));

        Assert.Empty(result.Data.Holdout);
        Assert.Equal(2, result.BestEpoch);
        Assert.Empty(result.Figures);
        Assert.StartsWith("too few rows", EmotionRunReport.Of(Options("faces"), [result], TimeProvider.System).Data!.Notes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OneExpressionAlone_IsRefused()
    {
        DrawnFaces.PutFolders(_folder, "faces", 5, "happy");
        var error = Assert.Throws<InvalidDataException>(() => EmotionTrainer.Run(Options("faces")));

        Assert.Contains("All pictures to learn from show happiness", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Folds_KeepsEveryRowAsideOnce()
    {
        DrawnFaces.PutFolders(_folder, "faces", 12, "neutral", "happy");
        var options = Options("faces") with { Split = new() { Folds = 3 } };
        var folds = FoldedTraining.Run(options);

        Assert.Equal(3, folds.Count);
        Assert.Equal(Enumerable.Range(0, 24), folds.SelectMany(f => f.Data.Holdout).Order());
        Assert.Equal(File.ReadAllBytes(folds.MaxBy(FoldedTraining.BestScore)!.ModelPath), File.ReadAllBytes(options.OutputPath));
    }

    [Fact]
    public void Run_Patience_EndsWhenTheScoreNoLongerRises()
    {
        DrawnFaces.PutFolders(_folder, "faces", 10, "neutral", "happy");
        var result = EmotionTrainer.Run(Options("faces") with { Training = Training("run", 60) with { Patience = 2, LearningRate = 1e-6 } });

        Assert.True(result.EndedEarly);
        var scores = result.History.Select(e => e.Validation!.Score).ToList();
        Assert.Equal(scores.IndexOf(scores.Max()) + 3, result.History.Count);
        Assert.Equal(result.History.Where(e => e.Validation!.Score == scores.Max()).MinBy(e => e.Validation!.Loss)!.Epoch, result.BestEpoch);
    }

    [Fact]
    public void Run_StartedFromAFileAndFrozen_KeepsTheTrunk()
    {
        DrawnFaces.PutFolders(_folder, "faces", 8, "neutral", "happy");
        var first = EmotionTrainer.Run(Options("faces"));
        var second = EmotionTrainer.Run(Options("faces") with
        {
            InitPath = first.ModelPath, Freeze = ["stem*", "stage*"], OutputPath = _folder.File("second.onnx"), Training = Training("second", 2),
        });

        Assert.NotNull(second.Start);
        Assert.Empty(second.Start.Fresh);
        Assert.True(second.FrozenLayers > 5);
        Assert.NotEqual(Output("ferplus", first.ModelPath), Output("ferplus", second.ModelPath));
        var (before, after) = (Output("embedding", first.ModelPath), Output("embedding", second.ModelPath));
        for (var i = 0; i < before.Length; i++) Assert.Equal(before[i], after[i], 1e-4f);
    }

    [Fact]
    public void Run_StartedFromAWiderFile_TakesItsWidth()
    {
        DrawnFaces.PutFolders(_folder, "faces", 8, "neutral", "happy");
        var wide = EmotionTrainer.Run(Options("faces") with { Width = 12, OutputPath = _folder.File("wide.onnx") });
        var second = EmotionTrainer.Run(Options("faces") with { Width = null, InitPath = wide.ModelPath, OutputPath = _folder.File("second.onnx"), Training = Training("second", 1) });

        Assert.Equal(wide.Parameters, second.Parameters);
        Assert.Empty(second.Start!.Fresh);
    }

    [Fact]
    public void Run_WithATeacher_ComesNearerToItThanWithout()
    {
        DrawnFaces.PutFolders(_folder, "faces", 16, "neutral", "happy", "sad");
        var teacher = EmotionTrainer.Run(Options("faces") with { Width = 16, OutputPath = _folder.File("teacher.onnx"), Training = Training("teacher", 8) });
        var options = Options("faces") with { Smoothing = 0.3f };
        var alone = EmotionTrainer.Run(options with { OutputPath = _folder.File("alone.onnx"), Training = Training("alone", 6) });
        var taught = EmotionTrainer.Run(options with { Teacher = new([teacher.ModelPath], 0.9, 2), OutputPath = _folder.File("taught.onnx"), Training = Training("taught", 6) });

        Assert.True(Distance(taught.ModelPath, teacher.ModelPath) < Distance(alone.ModelPath, teacher.ModelPath));
    }

    [Fact]
    public void Run_Clahe_IsRecordedInTheModelAndAppliedInUse()
    {
        DrawnFaces.PutFolders(_folder, "faces", 12, "neutral", "happy");
        var result = EmotionTrainer.Run(Options("faces") with { Preprocessing = FacePreprocessing.Clahe, AverageMirrored = true });

        using var reader = EmotionClassifier.Open(result.ModelPath);
        var face = Array.ConvertAll(DrawnFaces.Draw(1, 5), p => (float)p);
        // Equalisation makes a darker copy of a face the same face.
        var (bright, dim) = (reader.Classify(face)[0].Scores, reader.Classify(Array.ConvertAll(face, p => p * 0.5f))[0].Scores);
        foreach (var emotion in Emotions.All) Assert.Equal(bright[emotion], dim[emotion], 0.1);
    }

    [Theory]
    [InlineData("smoothing", -0.1)]
    [InlineData("share kept aside", 0.95)]
    [InlineData("number of folds", 1)]
    public void Run_OptionOutOfRange_NamesIt(string name, double value)
    {
        var options = Options("none");
        options = name switch
        {
            "smoothing" => options with { Smoothing = (float)value },
            "number of folds" => options with { Split = new() { Folds = (int)value } },
            _ => options with { Split = new() { HoldoutShare = value } },
        };
        Assert.Contains($"The {name} is", Assert.Throws<ArgumentException>(() => EmotionTrainer.Run(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TeacherThatIsNoModel_SaysSo()
    {
        DrawnFaces.PutFolders(_folder, "faces", 4, "neutral", "happy");
        Assert.Throws<VisionModelException>(() => EmotionTrainer.Run(Options("faces") with { Teacher = new([_folder.Write("teacher.onnx", "no model")]) }));
    }

    private EmotionTrainingOptions Options(string data) => new()
    {
        Sources = [new() { Path = _folder.File(data) }], Width = 8, OutputPath = _folder.File("emotion.onnx"), Training = Training("run", 2),
    };

    private TrainingOptions Training(string name, int epochs) => new()
    {
        Epochs = epochs, BatchSize = 16, RunFolder = _folder.File(name), Threads = 2, AverageDecay = 0.9,
    };

    private static float[] Output(string name, string model)
    {
        using var session = MoodDeck.Onnx.OnnxRuntime.Default.Open(model, new() { Threads = 1 });
        var input = new MoodDeck.Onnx.OnnxTensor(Array.ConvertAll(DrawnFaces.Draw(1, 77), p => (p - 128f) / 64), 1, 1, 48, 48);
        return session.Run(input)[session.Outputs.ToList().FindIndex(o => o.Name == name)].Span.ToArray();
    }

    private static double Distance(string a, string b)
    {
        using EmotionClassifier one = EmotionClassifier.Open(a), other = EmotionClassifier.Open(b);
        double sum = 0;
        for (var i = 0; i < 24; i++)
        {
            var face = Array.ConvertAll(DrawnFaces.Draw(i % 3, 500 + i), p => (float)p);
            var (p, q) = (one.Classify(face)[0].Scores, other.Classify(face)[0].Scores);
            sum += Emotions.All.Sum(e => Math.Abs(p[e] - q[e]));
        }

        return sum;
    }
}
