using MoodDeck.Training.Architectures;

namespace MoodDeck.Training.Tests.Architectures;

public sealed class ReferenceNetTests
{
    [Fact]
    public void Create_AnySeed_HasThePublishedWork()
    {
        var net = ReferenceNet.Create();

        // 3 x 3 convolutions 1-32-32 at 48 x 48, 64-64 at 24 x 24, 128-128 at 12 x 12, dense 4608-256-8.
        Assert.Equal(86_779_904, net.Macs);
        Assert.Equal(4608 * 256, net.Parameters.Single(p => p.Name == "dense.weight").Parameter.Value.Length);
        Assert.Equal(ReferenceNet.Classes, net.ShapeAt(net.Outputs.Single().Node).C);
    }
}
