using FsCheck.Fluent;
using MoodDeck.Core.Mood;

namespace MoodDeck.Core.Tests.Mood;

public sealed class VadTests
{
    [Fact]
    public void FromRange_AndBack_IsTheSame() => Moods.ForAll(
        from low in Moods.Between(-100, 100) from width in Moods.Between(0.1, 100) from value in Moods.Between(-1, 1) select (low, high: low + width, value),
        x => Assert.Equal(x.value, VadScales.FromRange(VadScales.ToRange(x.value, x.low, x.high), x.low, x.high), 1e-9));

    [Fact]
    public void FromRange_OutsideIt_IsClamped() => Assert.Equal(1, VadScales.FromUnit(1.7));

    [Theory]
    [InlineData(1, -1)]
    [InlineData(3, 0)]
    [InlineData(5, 1)]
    public void FromEmoBank_EndsAndMiddle_AreOurs(double theirs, double ours) => Assert.Equal(ours, VadScales.FromEmoBank(theirs), 9);

    [Fact]
    public void FromDeamAndEmotic_Middles_AreNeutral()
    {
        Assert.Equal(0, VadScales.FromDeam(5), 9);
        Assert.Equal(0, VadScales.FromEmotic(5.5), 9);
    }

    [Fact]
    public void FromRange_EmptyRange_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => VadScales.FromRange(0, 1, 1));

    [Fact]
    public void Clamp_AnyPoint_IsInRangeAndChangesNothingInside()
    {
        var wide = from v in Moods.Between(-3, 3) from a in Moods.Between(-3, 3) from d in Moods.Between(-3, 3) select new Vad(v, a, d);
        Moods.ForAll(wide, p => Assert.True(p.Clamp().IsInRange));
        Moods.ForAll(Moods.Vads, p => Assert.Equal(p, p.Clamp()));
    }

    [Fact]
    public void IsInRange_NotANumber_IsFalse() => Assert.False(new Vad(double.NaN, 0, 0).IsInRange);

    [Fact]
    public void Lerp_EndsAndMiddle_AreThere() => Moods.ForAll(Moods.Vads.Zip(Moods.Vads), pair =>
    {
        var (a, b) = pair;
        Moods.AssertClose(a, Vad.Lerp(a, b, 0));
        Moods.AssertClose(b, Vad.Lerp(a, b, 1));
        Assert.Equal(Vad.Lerp(a, b, 0.5).DistanceTo(a), Vad.Lerp(a, b, 0.5).DistanceTo(b), 1e-9);
    });
}
