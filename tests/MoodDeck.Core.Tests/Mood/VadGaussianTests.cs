using FsCheck.Fluent;
using MoodDeck.Core.Mood;

namespace MoodDeck.Core.Tests.Mood;

public sealed class VadGaussianTests
{
    [Fact]
    public void Fuse_AnyTwo_IsNeverWiderThanEither() => Moods.ForAll(Moods.Gaussians.Zip(Moods.Gaussians), pair =>
    {
        var fused = pair.Item1.Fuse(pair.Item2).Covariance.Sigma;
        foreach (var input in (Vad[])[pair.Item1.Covariance.Sigma, pair.Item2.Covariance.Sigma])
        {
            Assert.True(fused.Valence <= input.Valence + 1e-9);
            Assert.True(fused.Arousal <= input.Arousal + 1e-9);
            Assert.True(fused.Dominance <= input.Dominance + 1e-9);
        }
    });

    [Fact]
    public void Fuse_InAnyOrder_GivesTheSame() => Moods.ForAll(Moods.Gaussians.Three(), three =>
    {
        var (a, b, c) = three;
        var one = a.Fuse(b).Fuse(c);
        foreach (var other in (VadGaussian[])[b.Fuse(a).Fuse(c), c.Fuse(b).Fuse(a), a.Fuse(b.Fuse(c))])
        {
            Moods.AssertClose(one.Mean, other.Mean, 1e-6);
            Moods.AssertClose(one.Covariance.Sigma, other.Covariance.Sigma, 1e-6);
        }
    });

    [Fact]
    public void Fuse_TwoOfTheSame_KeepsTheMeanAndHalvesTheVariance() => Moods.ForAll(Moods.Gaussians, g =>
    {
        var fused = g.Fuse(g);
        Moods.AssertClose(g.Mean, fused.Mean, 1e-6);
        Assert.Equal(g.Covariance.VV / 2, fused.Covariance.VV, 1e-9);
    });

    [Fact]
    public void Fuse_WithoutCorrelation_LiesBetweenTheTwo()
    {
        var independent = from mean in Moods.Vads from s in Moods.Between(0.01, 0.6) select new VadGaussian(mean, VadCovariance.Isotropic(s));
        Moods.ForAll(independent.Zip(independent), pair =>
        {
            var (a, b, fused) = (pair.Item1.Mean, pair.Item2.Mean, pair.Item1.Fuse(pair.Item2).Mean);
            Assert.InRange(fused.Valence, Math.Min(a.Valence, b.Valence) - 1e-9, Math.Max(a.Valence, b.Valence) + 1e-9);
            Assert.InRange(fused.Arousal, Math.Min(a.Arousal, b.Arousal) - 1e-9, Math.Max(a.Arousal, b.Arousal) + 1e-9);
        });
    }

    [Fact]
    public void Confidence_IsBetweenZeroAndOne_AndZeroWhenNothingIsKnown()
    {
        Moods.ForAll(Moods.Gaussians, g => Assert.InRange(g.Confidence, 0, 1));
        Assert.Equal(0, VadGaussian.Unknown.Confidence, 9);
    }

    [Fact]
    public void Invert_Twice_IsTheSame() => Moods.ForAll(Moods.Covariances, c =>
    {
        var again = c.Invert().Invert();
        Assert.Equal(c.VV, again.VV, 1e-6);
        Assert.Equal(c.AD, again.AD, 1e-6);
        Assert.True(c.Determinant > 0);
    });

    [Fact]
    public void Invert_NoSpreadOnAnAxis_Throws() =>
        Assert.Throws<InvalidOperationException>(() => new VadCovariance(1, 0, 1).Invert());

    [Fact]
    public void MahalanobisSquared_OfOneSigma_IsOne() =>
        Assert.Equal(1, VadCovariance.Isotropic(0.3).MahalanobisSquared(new(0, 0.3, 0)), 9);
}
