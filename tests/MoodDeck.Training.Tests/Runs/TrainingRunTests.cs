using MoodDeck.Training.Runs;

namespace MoodDeck.Training.Tests.Runs;

public sealed class TrainingRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mooddeck-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(OptimiserKind.Sgd, ScheduleKind.Cosine, 0.05)]
    [InlineData(OptimiserKind.Adam, ScheduleKind.OneCycle, 0.01)]
    [InlineData(OptimiserKind.AdamW, ScheduleKind.Cosine, 0.01)]
    public void Run_ToyTask_Learns(OptimiserKind optimiser, ScheduleKind schedule, double rate)
    {
        var run = new TrainingRun(new ToyTask(), Options("a") with { Optimiser = optimiser, Schedule = schedule, LearningRate = rate, Epochs = 8 });
        run.Run();
        Assert.True(run.History[^1].Validation!.Score > 0.9, $"accuracy {run.History[^1].Validation!.Score}");
        Assert.True(run.History[^1].Loss < run.History[0].Loss / 2);
    }

    [Fact]
    public void Run_SameSeedAndAnyThreads_SameWeights() =>
        Assert.Equal(Train("a", Options("a") with { Threads = 1 }), Train("b", Options("b") with { Threads = 3 }));

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(33)]
    public void Run_StoppedAndResumed_SameWeightsAsUninterrupted(int stopAt)
    {
        var whole = Train("whole", Options("whole"));
        using var cancel = new CancellationTokenSource();
        var task = new ToyTask { StopAtBatch = stopAt, Stop = cancel.Cancel };
        Assert.Throws<OperationCanceledException>(() => new TrainingRun(task, Options("parts")).Run(null, cancel.Token));
        Assert.Equal(whole, Train("parts", Options("parts") with { Resume = true }));
    }

    [Fact]
    public void Run_BegunAnew_KeepsTheEarlierCheckpoint()
    {
        Train("a", Options("a"));
        var earlier = File.ReadAllBytes(Path.Combine(_folder, "a", "checkpoint.bin"));
        Train("a", Options("a") with { Seed = 2 });

        Assert.Equal(earlier, File.ReadAllBytes(Path.Combine(_folder, "a", TrainingRun.EarlierCheckpoint)));
    }

    [Fact]
    public void Run_ResumedWithOtherSettings_SaysSo()
    {
        Train("a", Options("a"));
        var run = new TrainingRun(new ToyTask(), Options("a") with { Resume = true, LearningRate = 0.01 });
        var error = Assert.Throws<InvalidDataException>(() => run.Run());
        Assert.Contains("of a run with other settings or data (rate 0.05; now rate 0.01).", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Run_TruncatedCheckpoint_SaysSo(int length)
    {
        Train("a", Options("a"));
        var path = Path.Combine(_folder, "a", "checkpoint.bin");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        Assert.Throws<InvalidDataException>(() => new TrainingRun(new ToyTask(), Options("a") with { Resume = true }).Run());
    }

    [Fact]
    public void Run_ValidationIsNoNumber_SaysWhatToDoAndKeepsNoCheckpointOfIt()
    {
        var run = new TrainingRun(new ToyTask { Judge = _ => new Validation(0.5, new Dictionary<string, double> { ["loss"] = double.NaN }) }, Options("a"));
        Assert.Contains("lower learning rate", Assert.Throws<TrainingDivergedException>(() => run.Run()).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "a", "checkpoint.bin")));
    }

    [Fact]
    public void Run_EpochsOfTheSameScore_TakesTheOneWithLeastLossButStillStalls()
    {
        double[] losses = [0.5, 0.2, 0.3, 0.4, 0.1];
        var run = new TrainingRun(new ToyTask { Judge = call => new Validation(0.5, new Dictionary<string, double>()) { Loss = losses[call] } }, Options("a") with { Epochs = 5, Patience = 3 });
        run.Run();
        Assert.Equal((2, 4), (run.BestEpoch, run.History.Count));
    }

    [Fact]
    public void Run_RateOutOfRange_NamesIt()
    {
        var error = Assert.Throws<ArgumentException>(() => new TrainingRun(new ToyTask(), Options("a") with { LearningRate = -1 }));
        Assert.Equal("The learning rate is -1; expected more than 0, at most 10.", error.Message);
    }

    private TrainingOptions Options(string name) => new() { Epochs = 3, RunFolder = Path.Combine(_folder, name), Threads = 2 };

    private static float[] Train(string _, TrainingOptions options)
    {
        var task = new ToyTask();
        new TrainingRun(task, options).Run();
        return [.. task.Network.Parameters.SelectMany(p => p.Parameter.Value.Span.ToArray())];
    }
}
