using MoodDeck.Library.Import;

namespace MoodDeck.Library.Tests.Import;

public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void Of_Items_ComeInTheirOrder(int count) =>
        Assert.Equal(Enumerable.Range(0, count), ReadAhead.Of(Enumerable.Range(0, count), CancellationToken.None));

    [Fact]
    public void Of_SourceThatThrows_ThrowsTheSameAfterWhatCameBefore()
    {
        var seen = 0;
        var thrown = Assert.Throws<LibraryException>(() => { foreach (var _ in ReadAhead.Of(Broken(), CancellationToken.None)) seen++; });
        Assert.Equal("half way", thrown.Message);
        Assert.Equal(1024, seen);

        static IEnumerable<int> Broken()
        {
            for (var i = 0; i < 1024; i++) yield return i;
            throw new LibraryException("half way");
        }
    }

    [Fact]
    public void Of_LeftEarly_ClosesItsSourceFirst()
    {
        var closed = false;
        foreach (var item in ReadAhead.Of(Endless(), CancellationToken.None))
            if (item == 10) break;
        Assert.True(closed);

        IEnumerable<int> Endless()
        {
            try
            {
                for (var i = 0; ; i++) yield return i;
            }
            finally
            {
                closed = true;
            }
        }
    }

    [Fact]
    public void Of_Cancelled_EndsAtOnce()
    {
        using var cancel = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var _ in ReadAhead.Of(Enumerable.Range(0, int.MaxValue), cancel.Token)) cancel.Cancel();
        });
    }
}
