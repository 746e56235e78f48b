using System.Net.WebSockets;
using MoodDeck.Server.Live;

namespace MoodDeck.Server.Tests.Live;

public sealed class FrameMailboxTests : IDisposable
{
    private readonly FrameMailbox _mailbox = new();

    public void Dispose() => _mailbox.Dispose();

    [Fact]
    public async Task TakeAsync_ManyFrames_IsTheNewestAndCountsTheRest()
    {
        var frames = Enumerable.Range(1, 5).Select(Numbered).ToList();
        foreach (var frame in frames) _mailbox.Put(frame);
        var mail = await _mailbox.TakeAsync(TestContext.Current.CancellationToken);
        using var newest = mail.Frame;
        Assert.Equal((5, 4), (newest?.Number, mail.Dropped));
        Assert.All(frames[..4], f => Assert.Throws<ObjectDisposedException>(() => f.Picture));
    }

    [Fact]
    public async Task TakeAsync_FrameProblemAndEnd_GivesAllAtOnceAndTheFirstReason()
    {
        _mailbox.Put(Numbered(1));
        _mailbox.Put(new LiveProblem(2, LiveCodes.UnreadableFrame, "bad"));
        _mailbox.End(new(WebSocketCloseStatus.NormalClosure, "first"));
        _mailbox.End(new(WebSocketCloseStatus.EndpointUnavailable, "second"));
        var mail = await _mailbox.TakeAsync(TestContext.Current.CancellationToken);
        using var frame = mail.Frame;
        Assert.Equal((1, "bad", "first"), (frame?.Number, mail.Problem?.Detail, mail.End?.Reason));
    }

    [Fact]
    public async Task TryPut_MoreThanMayWait_IsRefusedUntilTheOthersAreTaken()
    {
        Assert.True(_mailbox.TryPut(new ForgetMood { Frame = 1 }, most: 2));
        Assert.True(_mailbox.TryPut(new ReadRoom(true) { Frame = 1 }, most: 2));
        Assert.False(_mailbox.TryPut(new ForgetMood { Frame = 2 }, most: 2));
        var mail = await _mailbox.TakeAsync(TestContext.Current.CancellationToken);
        Assert.Equal([new ForgetMood { Frame = 1 }, new ReadRoom(true) { Frame = 1 }], mail.Commands);
        Assert.True(_mailbox.TryPut(new ForgetMood { Frame = 2 }, most: 2));
    }

    [Fact]
    public async Task TakeAsync_NothingThere_Waits()
    {
        var taking = _mailbox.TakeAsync(TestContext.Current.CancellationToken);
        Assert.False(taking.IsCompleted);
        _mailbox.Put(Numbered(3));
        using var frame = (await taking).Frame;
        Assert.Equal(3, frame?.Number);
    }

    [Fact]
    public void Dispose_UsedFrame_IsWiped()
    {
        var frame = Frame.Rent(64);
        frame.Room.Span.Fill(7);
        frame.Advance(64);
        var bytes = frame.Picture;
        frame.Dispose();
        Assert.All(bytes.ToArray(), b => Assert.Equal(0, b));
    }

    private static Frame Numbered(int number)
    {
        var frame = Frame.Rent(64);
        frame.Number = number;
        return frame;
    }
}
