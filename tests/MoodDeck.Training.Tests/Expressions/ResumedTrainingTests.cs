using MoodDeck.Training.Expressions;
using MoodDeck.Training.Runs;
using MoodDeck.Training.Tests.Data;

namespace MoodDeck.Training.Tests.Expressions;

/// <summary>Trainings that are stopped and gone on with.</summary>
public sealed class ResumedTrainingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_PictureChangedSince_RefusesToGoOn()
    {
        DrawnFaces.PutFolders(_folder, "faces", 6, "neutral", "happy");
        EmotionTrainer.Run(Options("run"));
        _folder.Put("faces/happy/003.png", DrawnPictures.Png(77));
        var error = Assert.Throws<InvalidDataException>(() => EmotionTrainer.Run(Resumed(Options("run"))));

        Assert.Contains("other settings or data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_EndedEarlyAndResumed_GivesTheSameModel()
    {
        DrawnFaces.PutFolders(_folder, "faces", 10, "neutral", "happy");
        var options = Options("run") with { Training = Options("run").Training with { Epochs = 40, Patience = 2, LearningRate = 1e-6 } };
        var first = EmotionTrainer.Run(options);
        var model = File.ReadAllBytes(first.ModelPath);
        var again = EmotionTrainer.Run(Resumed(options));

        Assert.True(first.EndedEarly && again.EndedEarly);
        Assert.Equal(first.BestEpoch, again.BestEpoch);
        Assert.Equal(model, File.ReadAllBytes(again.ModelPath));
    }

    [Fact]
    public void Run_FoldsStoppedInTheSecond_GiveTheSameModel()
    {
        DrawnFaces.PutFolders(_folder, "faces", 9, "neutral", "happy");
        var whole = Options("whole") with { Split = new() { Folds = 3 } };
        FoldedTraining.Run(whole);
        using CancellationTokenSource stop = new();
        var parts = Options("parts") with { Split = whole.Split };
        Assert.Throws<OperationCanceledException>(() => FoldedTraining.Run(parts, new StopAt(stop, fold: 2), cancellation: stop.Token));
        FoldedTraining.Run(Resumed(parts));

        foreach (var file in (string[])["emotion.onnx", "fold-2/emotion.onnx", "fold-3/emotion.onnx"])
            Assert.Equal(File.ReadAllBytes(_folder.File($"whole/{file}")), File.ReadAllBytes(_folder.File($"parts/{file}")));
    }

    private static EmotionTrainingOptions Resumed(EmotionTrainingOptions options) => options with { Training = options.Training with { Resume = true } };

    private EmotionTrainingOptions Options(string run) => new()
    {
        Sources = [new() { Path = _folder.File("faces") }], Width = 8, OutputPath = _folder.File($"{run}/emotion.onnx"),
        Training = new TrainingOptions { Epochs = 2, BatchSize = 4, RunFolder = _folder.File(run), Threads = 2, AverageDecay = 0.9 },
    };

    private sealed class StopAt(CancellationTokenSource stop, int fold) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Fold == fold && value is { Epoch: 2, Step: 2 }) stop.Cancel();
        }
    }
}
