using MoodDeck.Recommend.Taste;

namespace MoodDeck.Recommend.Tests.Taste;

public sealed class EllipticalSliceTests
{
    [Fact]
    public void Move_GaussianLikelihood_DrawsFromThePosteriorKnownInClosedForm()
    {
        // Prior N(0, 1), one observation of 1.5 with variance 0.25: posterior N(1.2, 0.2) on the first axis, the prior on the second.
        var random = new GaussianRandom(3);
        double[] state = [0, 0];
        var (first, second) = (new List<double>(), new List<double>());
        double Log() => -Math.Pow(state[0] - 1.5, 2) / (2 * 0.25);
        var log = Log();
        for (var i = 0; i < 20_000; i++)
        {
            log = EllipticalSlice.Move(state, Log, log, random);
            first.Add(state[0]);
            second.Add(state[1]);
        }

        Assert.InRange(first.Average(), 1.17, 1.23);
        Assert.InRange(Variance(first), 0.18, 0.22);
        Assert.InRange(second.Average(), -0.06, 0.06);
        Assert.InRange(Variance(second), 0.92, 1.08);
    }

    private static double Variance(List<double> values) => values.Average(v => Math.Pow(v - values.Average(), 2));
}
