namespace MoodDeck.Onnx.Tests;

public sealed class SessionLifeTests
{
    [Fact]
    public async Task Run_FromManyThreads_GivesEachItsOwnResult()
    {
        using var session = TestModels.Open(TestModels.Affine());
        var runs = Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                var y = session.Run(new OnnxTensor(new float[] { thread, i }, 1, 2))[0].Span;
                Assert.Equal(thread + (4 * i) + 10, y[0]);
            }
        }));
        await Task.WhenAll(runs);
    }

    [Fact]
    public void Run_AfterDispose_Throws()
    {
        var session = TestModels.Open(TestModels.Affine());
        session.Dispose();
        session.Dispose();
        Assert.Throws<ObjectDisposedException>(() => session.Run(OnnxTensor.Zeros(1, 2)));
    }

    [Fact]
    public async Task Dispose_WhileRunning_LetsRunsEndCleanly()
    {
        for (var round = 0; round < 20; round++)
        {
            var session = TestModels.Open(TestModels.Affine());
            using Barrier start = new(3);
            var runs = Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(() =>
            {
                start.SignalAndWait();
                try
                {
                    for (var i = 0; i < 1000; i++) Assert.Equal(10, session.Run(OnnxTensor.Zeros(1, 2))[0].Span[0]);
                }
                catch (ObjectDisposedException)
                {
                }
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
            start.SignalAndWait();
            session.Dispose();
            await Task.WhenAll(runs);
        }
    }

    [Fact]
    public void Open_SeveralThreads_GivesTheSameResult()
    {
        using var session = TestModels.Open(TestModels.Affine(), new OnnxSessionOptions { Threads = 2 });
        Assert.Equal(10, session.Run(OnnxTensor.Zeros(1, 2))[0].Span[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void Open_ImpossibleThreads_Refuses(int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TestModels.Open(TestModels.Affine(), new OnnxSessionOptions { Threads = threads }));
}
