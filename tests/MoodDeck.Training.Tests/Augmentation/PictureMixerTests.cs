using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Losses;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Augmentation;

public sealed class PictureMixerTests
{
    private const int Count = 8;
    private const int Classes = 3;
    private static readonly Shape Pictures = new(Count, 12, 10, 1);
    private static readonly PictureMixingOptions Mixup = new() { MixupChance = 1, MixupAlpha = 1 };
    private static readonly PictureMixingOptions Cutmix = new() { CutmixChance = 1 };

    [Fact]
    public void Mix_Mixup_MixesEveryPixelWithThePartners()
    {
        var (batch, before) = Batch();
        var mixer = new PictureMixer(Mixup, 1);

        var mix = mixer.Mix(batch, [], 0, 0);

        Assert.Equal(PictureMixKind.Mixup, mix.Kind);
        Assert.Equal(Enumerable.Range(0, Count), mixer.Partners.Order());
        for (var i = 0; i < batch.Length; i++)
        {
            var (picture, pixel) = Math.DivRem(i, Pictures.ImageLength);
            Assert.Equal((mix.Share * before[i]) + ((1 - mix.Share) * before[(mixer.Partners[picture] * Pictures.ImageLength) + pixel]), batch.Span[i], 1e-5);
        }
    }

    [Fact]
    public void Mix_Cutmix_PastesOneRectangleWhoseAreaIsThePartnersShare()
    {
        var shares = new HashSet<float>();
        var mixer = new PictureMixer(Cutmix, 1);
        for (var step = 0; step < 50; step++)
        {
            var (batch, before) = Batch();
            var mix = mixer.Mix(batch, [], 0, step);
            for (var i = 0; i < batch.Length; i++)
            {
                var (picture, pixel) = Math.DivRem(i, Pictures.ImageLength);
                var (y, x) = Math.DivRem(pixel, Pictures.W);
                var inside = x >= mix.X && x < mix.X + mix.Width && y >= mix.Y && y < mix.Y + mix.Height;
                Assert.Equal(before[inside ? (mixer.Partners[picture] * Pictures.ImageLength) + pixel : i], batch.Span[i]);
            }

            Assert.Equal(1 - (mix.Width * mix.Height / 120f), mix.Share, 1e-6);
            shares.Add(mix.Share);
        }

        Assert.True(shares.Count > 10);
        Assert.InRange(shares.Average(), 0.4, 0.9);
    }

    [Fact]
    public void Mix_Targets_StayDistributionsAndTheWeightsTotal()
    {
        var (batch, _) = Batch();
        var head = Head(weights: [1, 2, 1, 0.5f, 1, 3, 1, 1]);

        new PictureMixer(Mixup, 1).Mix(batch, [head], 0, 0);

        foreach (var row in head.Targets.ToArray().Chunk(Classes)) Assert.Equal(1, row.Sum(), 1e-5);
        Assert.Equal(10.5, head.Weights.ToArray().Sum(), 1e-4);
    }

    [Fact]
    public void Mix_RowWithoutATarget_TakesNothingFromItsPartner()
    {
        var (batch, _) = Batch();
        var head = Head(weights: [0, 1, 0, 1, 0, 1, 0, 1]);
        var before = head.Targets.ToArray();
        for (var i = 0; i < Count; i += 2) head.Targets.Slice(i * Classes, Classes).Span.Fill(float.NaN);
        var mixer = new PictureMixer(Mixup, 1);

        var mix = mixer.Mix(batch, [head], 0, 0);

        for (var i = 0; i < Count; i++)
        {
            var partner = mixer.Partners[i];
            var (own, other) = (i % 2 == 1, partner % 2 == 1);
            Assert.Equal((own ? mix.Share : 0) + (other ? 1 - mix.Share : 0), head.Weights.Span[i], 1e-6);
            if (own == other) continue;
            Assert.Equal(before.AsSpan((own ? i : partner) * Classes, Classes), head.Targets.Span.Slice(i * Classes, Classes));
        }
    }

    [Fact]
    public void Mix_CrossEntropy_IsTheMixOfBothCrossEntropies()
    {
        var (batch, _) = Batch();
        var head = Head(weights: [1, 2, 0, 0.5f, 1, 3, 1, 0]);
        var (targets, weights) = (head.Targets.ToArray(), head.Weights.ToArray());
        var mixer = new PictureMixer(Mixup, 1);
        var mix = mixer.Mix(batch, [head], 0, 0);
        var logits = new Tensor(new Shape(Count, 1, 1, Classes));
        Initialise.Normal(logits.Span, 1, 5);
        var gradient = new Tensor();

        var mixed = SoftmaxCrossEntropy.Run(logits, head.Targets.Span, head.Weights.Span, gradient) * weights.Sum();

        float[] theirTargets = [.. mixer.Partners.SelectMany(p => targets[(p * Classes)..((p + 1) * Classes)])];
        float[] theirWeights = [.. mixer.Partners.Select(p => weights[p])];
        var own = SoftmaxCrossEntropy.Run(logits, targets, weights, gradient) * weights.Sum();
        var theirs = SoftmaxCrossEntropy.Run(logits, theirTargets, theirWeights, gradient) * weights.Sum();
        Assert.Equal((mix.Share * own) + ((1 - mix.Share) * theirs), mixed, 1e-4);
    }

    [Fact]
    public void Mix_WeightsOfSingleNumbers_AreMixedEachForItself()
    {
        var (batch, _) = Batch();
        var head = Head(weights: [.. Enumerable.Range(0, Count * Classes).Select(i => i % Classes == 0 ? 0f : 1)]);
        for (var i = 0; i < Count; i++) head.Targets.Span[i * Classes] = float.NaN;

        new PictureMixer(Mixup, 1).Mix(batch, [head], 0, 0);

        Assert.Equal(Enumerable.Range(0, Count * Classes).Select(i => i % Classes == 0 ? 0f : 1), head.Weights.ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(Count, head.Targets.ToArray().Count(float.IsNaN));
    }

    [Fact]
    public void Mix_SameSeedEpochAndStep_GivesTheSame()
    {
        float[] Run(ulong seed, int epoch, int step)
        {
            var (batch, _) = Batch();
            var mixer = new PictureMixer(Mixup, seed);
            mixer.Mix(Batch().Batch, [], 9, 9); // what went before leaves no trace
            mixer.Mix(batch, [], epoch, step);
            return batch.Span.ToArray();
        }

        Assert.Equal(Run(1, 2, 3), Run(1, 2, 3));
        float[][] all = [Run(1, 2, 3), Run(2, 2, 3), Run(1, 3, 3), Run(1, 2, 4)];
        for (var i = 0; i < all.Length; i++) for (var j = 0; j < i; j++) Assert.NotEqual(all[i], all[j]);
    }

    [Fact]
    public void Mix_Chances_AreKept()
    {
        var mixer = new PictureMixer(new PictureMixingOptions { MixupChance = 0.5f, CutmixChance = 0.2f }, 1);
        var kinds = Enumerable.Range(0, 1000).Select(step => mixer.Mix(Batch().Batch, [], 0, step).Kind).CountBy(k => k).ToDictionary();

        Assert.InRange(kinds[PictureMixKind.Mixup], 430, 570);
        Assert.InRange(kinds[PictureMixKind.Cutmix], 140, 260);
    }

    [Fact]
    public void Mix_NothingChosen_LeavesTheBatch()
    {
        var (batch, before) = Batch();

        Assert.Equal(PictureMix.None, new PictureMixer(new PictureMixingOptions(), 1).Mix(batch, [Head(new float[Count])], 0, 0));
        Assert.Equal(before, batch.Span.ToArray());
    }

    [Fact]
    public void Mix_HeadOfAnotherLength_Throws() =>
        Assert.Throws<ArgumentException>(() => new PictureMixer(Mixup, 1).Mix(Batch().Batch, [Head(new float[5])], 0, 0));

    [Fact]
    public void Constructor_ChancesAboveOne_NamesThem()
    {
        var e = Assert.Throws<ArgumentException>(() => new PictureMixer(new PictureMixingOptions { MixupChance = 0.7f, CutmixChance = 0.5f }, 1));

        Assert.Equal("CutmixChance is 0.5; expected at most 1 together with MixupChance.", e.Message);
    }

    private static (Tensor Batch, float[] Before) Batch()
    {
        var batch = new Tensor(Pictures);
        Initialise.Normal(batch.Span, 1, 2);
        return (batch, batch.Span.ToArray());
    }

    private static HeadTargets Head(float[] weights)
    {
        var targets = new float[Count * Classes];
        for (var i = 0; i < Count; i++) (targets[i * Classes], targets[(i * Classes) + 1 + (i % 2)]) = (0.1f * i, 1 - (0.1f * i));
        return new HeadTargets(targets, weights);
    }
}
