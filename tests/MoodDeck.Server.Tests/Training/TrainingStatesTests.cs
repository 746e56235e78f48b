using MoodDeck.Server.Training;

namespace MoodDeck.Server.Tests.Training;

public sealed class TrainingStatesTests
{
    private static readonly TrainingRecord New = new() { Id = "a", Name = "a.zip", Bytes = 1, CreatedAt = DateTimeOffset.UnixEpoch };
    private static readonly TrainingRecord Begun = New with { Process = new(7, "mark", DateTimeOffset.UnixEpoch) };

    [Theory]
    [InlineData(null, true, "preparing")]
    [InlineData("preparing", true, "preparing")]
    [InlineData("running", true, "running")]
    [InlineData(null, false, "failed")]
    [InlineData("running", false, "failed")]
    [InlineData("stopped", false, "stopped")]
    [InlineData("failed", false, "failed")]
    [InlineData("finished", false, "finished")]
    [InlineData("some later state", false, "failed")]
    public void Of_WhatTheTrainerWrote_WithOrWithoutItsProcess(string? written, bool alive, string expected) =>
        Assert.Equal(expected, TrainingStates.Of(Begun, written is null ? null : new RunFile { State = written, ProcessId = 7 }, alive, hasModel: true).State);

    [Fact]
    public void Of_NeverStarted_IsUploaded() => Assert.Equal("uploaded", TrainingStates.Of(New, null, alive: false, hasModel: false).State);

    [Fact]
    public void Of_WrittenByAnEarlierStart_SaysNothingAboutThisOne() =>
        Assert.Equal("preparing", TrainingStates.Of(Begun, new() { State = RunFile.Stopped, ProcessId = 6 }, alive: true, hasModel: false).State);

    [Fact]
    public void Of_FinishedButTheModelIsGone_IsFailed() =>
        Assert.Equal("failed", TrainingStates.Of(Begun, new() { State = RunFile.Finished, ProcessId = 7 }, alive: false, hasModel: false).State);

    [Fact]
    public void Of_DeadAfterItWasAskedToStop_IsStopped() =>
        Assert.Equal("stopped", TrainingStates.Of(Begun with { StopAskedAt = DateTimeOffset.UnixEpoch }, null, alive: false, hasModel: false).State);

    [Fact]
    public void Of_Failed_TheTrainersOwnReasonGoesBeforeItsLastLine()
    {
        var record = Begun with { Error = "last line" };
        Assert.Equal("reason", TrainingStates.Of(record, new() { State = RunFile.Failed, ProcessId = 7, Message = "reason" }, false, false).Message);
        Assert.Equal("last line", TrainingStates.Of(record, new() { State = RunFile.Running, ProcessId = 7 }, false, false).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"state":"run""")]
    [InlineData("[]")]
    [InlineData("""{"history":7}""")]
    public void Read_HalfWritten_IsNothing(string text)
    {
        using TempFolder folder = new();
        File.WriteAllText(folder.At("run.json"), text);
        Assert.Null(RunFile.Read(folder.At("run.json")));
        Assert.Null(RunFile.Read(folder.At("no-such.json")));
    }

    [Fact]
    public void Read_NumbersThatAreNone_AreTaken()
    {
        using TempFolder folder = new();
        File.WriteAllText(folder.At("run.json"), """{"state":"running","loss":"NaN","unknown":{},"history":[{"epoch":1,"loss":"Infinity"}]}""");
        var run = RunFile.Read(folder.At("run.json"))!;
        Assert.Equal((double.NaN, double.PositiveInfinity), (run.Loss!.Value, run.History![0].Loss!.Value));
    }
}
