using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Tests;

public sealed class ClosenessTests
{
    private static readonly VadGaussian Target = MoodTarget.Of(new Vad(0.5, 0.2, 0));

    [Fact]
    public void To_SureTrackAtTheTarget_IsOne() =>
        Assert.Equal(1, new Closeness(Target).To(TrackMood.Of(Target.Mean, Closeness.SurestSigma)), 5);

    [Fact]
    public void To_SurerThanAnyRating_IsNotMoreThanOne() =>
        Assert.Equal(1, new Closeness(Target).To(TrackMood.Of(Target.Mean, 0)), 5);

    [Fact]
    public void To_UnknownMood_IsLowEverywhere()
    {
        for (var valence = -1.0; valence <= 1; valence += 0.25)
            Assert.InRange(new Closeness(MoodTarget.Of(new Vad(valence, 0, 0))).To(TrackMood.Unknown), 0, 0.35);
    }

    [Fact]
    public void To_KnownTrackNearby_BeatsUnknownTrackAtTheTarget()
    {
        var closeness = new Closeness(MoodTarget.Of(Vad.Neutral));
        Assert.True(closeness.To(TrackMood.Of(new(0.4, 0.2, 0), 0.2)) > closeness.To(TrackMood.Unknown));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void To_RandomTracks_StaysInRangeAndFallsWithDistance(int seed)
    {
        var random = new Random(seed);
        double Axis() => (random.NextDouble() * 2) - 1;
        for (var i = 0; i < 2000; i++)
        {
            var target = new VadGaussian(new(Axis(), Axis(), Axis()), VadCovariance.Isotropic(random.NextDouble() * 0.5));
            var near = new Vad(Axis(), Axis(), Axis());
            var far = target.Mean + (1.5 * (near - target.Mean));
            var sigma = random.NextDouble() * 0.6;
            var closeness = new Closeness(target);
            Assert.InRange(closeness.To(TrackMood.Of(near, sigma)), 0, 1);
            Assert.True(closeness.To(TrackMood.Of(far, sigma)) <= closeness.To(TrackMood.Of(near, sigma)) + 1e-6);
        }
    }

    [Fact]
    public void To_MatchesTheExpectationOfTheKernel()
    {
        // Sampled: the mean kernel value between target and track over that of the surest track at the target.
        var target = new VadGaussian(new(0.1, -0.3, 0.2), VadCovariance.Isotropic(0.2));
        var track = TrackMood.Of(new(0.4, 0, -0.1), 0.3);
        double Expected(TrackMood mood)
        {
            var random = new Random(5);
            double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            double sum = 0;
            const int samples = 400_000;
            for (var i = 0; i < samples; i++)
            {
                var x = target.Mean + new Vad(0.2 * Normal(), 0.2 * Normal(), 0.2 * Normal());
                var y = mood.Mean + new Vad(mood.Sigma.Valence * Normal(), mood.Sigma.Arousal * Normal(), mood.Sigma.Dominance * Normal());
                var d = x - y;
                var (w, wd) = (Closeness.Width, Closeness.DominanceWidth);
                sum += Math.Exp(-0.5 * ((d.Valence * d.Valence / (w * w)) + (d.Arousal * d.Arousal / (w * w)) + (d.Dominance * d.Dominance / (wd * wd))));
            }

            return sum / samples;
        }

        var expected = Expected(track) / Expected(TrackMood.Of(target.Mean, Closeness.SurestSigma));
        Assert.Equal(expected, new Closeness(target).To(track), 0.01);
    }
}
