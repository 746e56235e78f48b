using MoodDeck.Training.Augmentation;

namespace MoodDeck.Training.Tests.Augmentation;

public sealed class AffineMapTests
{
    [Fact]
    public void Then_ShiftAfterScale_ShiftsTheScaled() =>
        Assert.Equal((16f, 29f), AffineMap.Scale(2, 3).Then(AffineMap.Shift(10, 20)).Apply(3, 3));

    [Fact]
    public void Turn_QuarterTurn_TakesXToY()
    {
        var (x, y) = AffineMap.Turn(MathF.PI / 2).Apply(1, 0);

        Assert.Equal(0, x, 1e-6);
        Assert.Equal(1, y, 1e-6);
    }

    [Fact]
    public void Invert_AnyMap_LeadsBack()
    {
        var random = FastRandom.For(1, 0, 0);
        for (var i = 0; i < 100; i++)
        {
            var map = AffineMap.Scale(random.Between(0.5f, 2), -random.Between(0.5f, 2)).Then(AffineMap.Turn(random.Around(3)))
                .Then(AffineMap.Slant(random.Around(0.5f))).Then(AffineMap.Shift(random.Around(50), random.Around(50)));
            var (x, y) = (random.Around(100), random.Around(100));
            var (there, here) = map.Apply(x, y);
            var (backX, backY) = map.Invert().Apply(there, here);

            Assert.Equal(x, backX, 1e-3);
            Assert.Equal(y, backY, 1e-3);
        }
    }

    [Fact]
    public void Invert_FlatMap_Throws() => Assert.Throws<InvalidOperationException>(() => AffineMap.Scale(0, 1).Invert());
}
