using MoodDeck.Training.Augmentation;

namespace MoodDeck.Training.Tests.Augmentation;

public sealed class BetaDistributionTests
{
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(4)]
    public void Symmetric_ManyDraws_HasTheMeanAndVarianceOfBeta(double a)
    {
        var options = new PictureMixingOptions { MixupChance = 1, MixupAlpha = (float)a };
        double sum = 0, squares = 0;
        const int count = 20_000;
        for (var i = 0; i < count; i++)
        {
            var random = FastRandom.For(1, 0, i);
            var x = PictureMix.Draw(options, 48, 48, ref random).Share;
            Assert.InRange(x, 0, 1);
            sum += x;
            squares += x * x;
        }

        var mean = sum / count;
        Assert.Equal(0.5, mean, 0.02);
        Assert.Equal(1 / (4 * ((2 * a) + 1)), (squares / count) - (mean * mean), 0.01);
    }
}
