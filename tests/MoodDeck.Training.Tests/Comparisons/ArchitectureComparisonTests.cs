using MoodDeck.Training.Comparisons;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Tests.Data;
using MoodDeck.Training.Tests.Expressions;

namespace MoodDeck.Training.Tests.Comparisons;

public sealed class ArchitectureComparisonTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_StoppedAndResumed_GivesWhatATrainingOfItsEpochsGives()
    {
        DrawnFaces.PutFolders(_folder, "faces", 16, "neutral", "happy");
        using CancellationTokenSource stop = new();
        StopInside stopper = new("dcnn", step: 2, stop);
        Assert.ThrowsAny<OperationCanceledException>(() => ArchitectureComparison.Run(Options(), TimeProvider.System, stopper, stop.Token));

        var options = Options();
        var report = ArchitectureComparison.Run(options with { Common = options.Common with { Training = options.Common.Training with { Resume = true } } }, TimeProvider.System, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal(["moodnet", "dcnn"], report.Architectures.Select(a => a.Name));
        Assert.Equal([false, true], report.Architectures.Select(a => a.Interrupted));
        foreach (var one in report.Architectures)
        {
            var alone = EmotionTrainer.Run(options.Common with
            {
                Architecture = one.Name, OutputPath = _folder.File($"{one.Name}.onnx"), Training = options.Common.Training with { RunFolder = _folder.File($"alone-{one.Name}"), Epochs = one.Epochs },
            }, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(File.ReadAllBytes(alone.ModelPath), File.ReadAllBytes(one.ModelPath));
        }
    }

    [Fact]
    public void Run_AnotherBudgetOnResumption_SaysWhatToDo()
    {
        DrawnFaces.PutFolders(_folder, "faces", 8, "neutral", "happy");
        new ComparisonPlan { BudgetSeconds = 60 }.Save(_folder.File("run"));
        var options = Options();

        var refused = Assert.Throws<InvalidDataException>(() => ArchitectureComparison.Run(
            options with { Common = options.Common with { Training = options.Common.Training with { Resume = true } } }, TimeProvider.System, progress: null, TestContext.Current.CancellationToken));

        Assert.Contains("gives each architecture 1 min, not 0.01", refused.Message, StringComparison.Ordinal);
    }

    private ComparisonOptions Options() => new()
    {
        Common = new()
        {
            Sources = [new() { Path = _folder.File("faces") }], Split = new() { HoldoutShare = 0.25 }, Width = 4, OutputPath = _folder.File("unused.onnx"),
            Training = new() { RunFolder = _folder.File("run"), BatchSize = 4, Threads = 2 },
        },
        Architectures = ["moodnet", "dcnn"],
        Budget = TimeSpan.FromSeconds(0.6),
    };

    private sealed class StopInside(string architecture, int step, CancellationTokenSource stop) : IProgress<ComparisonProgress>
    {
        public void Report(ComparisonProgress value)
        {
            if (value.Architecture == architecture && value.Training is { } training && training.Step == step) stop.Cancel();
        }
    }
}
