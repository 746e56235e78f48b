using System.Diagnostics;
using MoodDeck.Server.Training.Processes;

namespace MoodDeck.Server.Tests.Training;

public sealed class LastLineTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(null, "", "\n \r\n")]
    [InlineData("error: b", "a\nerr", "or: b\n\n")]
    [InlineData("second", "first\r\nsec", "ond")]
    [InlineData("bell  x", "bell\a x")]
    public void Text_OfPieces_IsTheLastLineThatSaysSomething(string? expected, params string[] pieces)
    {
        LastLine last = new();
        foreach (var piece in pieces) last.Add(piece);
        Assert.Equal(expected, last.Text);
    }

    [Fact]
    public void Text_LineWithoutEnd_IsCut()
    {
        LastLine last = new();
        for (var i = 0; i < 100; i++) last.Add(new string('x', 1000));
        Assert.Equal(LastLine.MaxLength, last.Text!.Length);
    }

    [Fact]
    public void Mark_OfAProcess_IsTheSameUntilItEnds()
    {
        using var process = Process.Start("sleep", "60");
        var mark = ProcessMark.Of(process.Id)!;
        Assert.NotEqual(mark, ProcessMark.Of(Environment.ProcessId));
        Assert.True(ProcessMark.Runs(process.Id, mark));
        process.Kill();
        process.WaitForExit();
        Assert.False(ProcessMark.Runs(process.Id, mark));
    }
}
