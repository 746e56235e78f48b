using System.Text.Json;
using MoodDeck.Training.Runs;

namespace MoodDeck.Training.Tests.Runs;

public sealed class RunJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mooddeck-journal-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_Reported_TellsEveryEpoch()
    {
        RunJournal journal = new(_folder, "emotion", "toy", TimeProvider.System);
        Assert.Equal("preparing", Page().GetProperty("state").GetString());
        new TrainingRun(new ToyTask(), new TrainingOptions { Epochs = 3, RunFolder = _folder, Threads = 1 }).Run(journal);
        journal.Skip([new("line 7", "no face")]);
        journal.Finish(2, "model.onnx", null);

        var page = Page();
        Assert.Equal("finished", page.GetProperty("state").GetString());
        Assert.Equal(Environment.ProcessId, page.GetProperty("processId").GetInt32());
        Assert.Equal([1, 2, 3], page.GetProperty("history").EnumerateArray().Select(e => e.GetProperty("epoch").GetInt32()));
        Assert.All(page.GetProperty("history").EnumerateArray(), e => Assert.InRange(e.GetProperty("figures").GetProperty("accuracy").GetDouble(), 0, 1));
        Assert.Equal("line 7", page.GetProperty("skipped")[0].GetProperty("where").GetString());
        Assert.Equal(Path.GetFullPath("model.onnx"), page.GetProperty("modelPath").GetString());
    }

    [Fact]
    public void Run_Resumed_TellsTheEpochsBeforeToo()
    {
        using CancellationTokenSource cancel = new();
        TrainingOptions options = new() { Epochs = 3, RunFolder = _folder, Threads = 1 };
        Assert.Throws<OperationCanceledException>(() => new TrainingRun(new ToyTask { StopAtBatch = 45, Stop = cancel.Cancel }, options).Run(null, cancel.Token));
        new TrainingRun(new ToyTask(), options with { Resume = true }).Run(new RunJournal(_folder, "emotion", "toy", TimeProvider.System));

        Assert.Equal([1, 2, 3], Page().GetProperty("history").EnumerateArray().Select(e => e.GetProperty("epoch").GetInt32()));
    }

    [Fact]
    public void Fail_Message_IsTold()
    {
        RunJournal journal = new(_folder, "emotion", "toy", TimeProvider.System);
        journal.Fail("It broke. Mend it.");
        Assert.Equal("failed", Page().GetProperty("state").GetString());
        Assert.Equal("It broke. Mend it.", Page().GetProperty("message").GetString());
    }

    private JsonElement Page() => JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, RunJournal.FileName))).RootElement;
}
