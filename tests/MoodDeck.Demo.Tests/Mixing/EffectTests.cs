using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Tests.Mixing;

public sealed class EffectTests
{
    private const int Rate = StereoBuffer.SampleRate;

    [Theory]
    [InlineData(100, 0.95, 1.05)]
    [InlineData(1000, 0.68, 0.74)]
    [InlineData(8000, 0, 0.03)]
    public void LowPass_AtOneKilohertz_PassesWhatLiesBelow(double hertz, double least, double most)
    {
        var buffer = Sine(hertz);

        Biquad.LowPass(1000).Run(buffer);

        Assert.InRange(Peak(buffer.Left[(Rate / 2)..]), least, most);
    }

    [Theory]
    [InlineData(50, 2)]
    [InlineData(10_000, 1)]
    public void LowShelf_SixDecibels_LiftsOnlyTheLows(double hertz, double gain)
    {
        var buffer = Sine(hertz);

        Biquad.LowShelf(500, 6.02).Run(buffer);

        Assert.Equal(gain, Peak(buffer.Left[(Rate / 2)..]), 0.05);
    }

    [Fact]
    public void HighShelf_SixDecibels_LiftsOnlyTheHighs()
    {
        var (low, high) = (Sine(50), Sine(10_000));

        Biquad.HighShelf(1000, 6.02).Run(low);
        Biquad.HighShelf(1000, 6.02).Run(high);

        Assert.Equal(1, Peak(low.Left[(Rate / 2)..]), 0.03);
        Assert.Equal(2, Peak(high.Left[(Rate / 2)..]), 0.06);
    }

    [Fact]
    public void Reverb_OfAClick_FallsBySixtyDecibelsInItsTime()
    {
        var (send, room) = (Click(4), new StereoBuffer(4 * Rate));

        new Reverb(new Room { DecaySeconds = 1.5, DampingHertz = 18_000 }).Apply(send, room);

        var (early, late) = (Energy(room, 0.2, 0.4), Energy(room, 1.2, 1.4));
        Assert.InRange(10 * Math.Log10(early / late), 34, 48);
        Assert.True(Energy(room, 3.8, 4) < 1e-6 * early);
    }

    [Fact]
    public void Reverb_OfAClick_ReachesBothSidesDifferently()
    {
        var (send, room) = (Click(1), new StereoBuffer(Rate));

        new Reverb(new Room()).Apply(send, room);

        double cross = 0, left = 0, right = 0;
        for (var i = 0; i < room.Length; i++)
        {
            cross += room.Left[i] * room.Right[i];
            left += room.Left[i] * room.Left[i];
            right += room.Right[i] * room.Right[i];
        }

        Assert.InRange(cross / Math.Sqrt(left * right), -0.3, 0.3);
        Assert.InRange(left / right, 0.5, 2);
    }

    [Fact]
    public void Echo_OfAClick_RepeatsOnTheBeatFromSideToSide()
    {
        var buffer = Click(2);

        new Echo(beats: 1, feedback: 0.5, mix: 0.5).Apply(buffer, beatSeconds: 0.5);

        Assert.True(Energy(buffer, 0.49, 0.52, left: true) > 100 * Energy(buffer, 0.49, 0.52, left: false));
        Assert.True(Energy(buffer, 0.99, 1.03, left: false) > 100 * Energy(buffer, 0.99, 1.03, left: true));
    }

    [Fact]
    public void Ducker_AtAKick_StepsBackAndReturns()
    {
        var buffer = Sine(400);

        Ducker.Apply(buffer, [0.5], depthDb: 12);

        Assert.Equal(0.25, Peak(buffer.Left[(int)(0.5 * Rate)..(int)(0.51 * Rate)]), 0.03);
        Assert.Equal(1, Peak(buffer.Left[(int)(0.3 * Rate)..(int)(0.4 * Rate)]), 0.01);
        Assert.Equal(1, Peak(buffer.Left[(int)(0.8 * Rate)..]), 0.01);
    }

    [Fact]
    public void Distortion_OfASine_AddsHarmonicsButNoOffset()
    {
        var buffer = Sine(220);

        new Distortion(8).Apply(buffer, 0.5);

        var mean = buffer.Left.ToArray().Average();
        Assert.Equal(0, mean, 0.01);
        Assert.True(Peak(buffer.Left) is > 0.3f and < 3f);
    }

    private static StereoBuffer Sine(double hertz)
    {
        var buffer = new StereoBuffer(Rate);
        for (var i = 0; i < Rate; i++) buffer.Left[i] = buffer.Right[i] = (float)Math.Sin(2 * Math.PI * hertz * i / Rate);
        return buffer;
    }

    private static StereoBuffer Click(int seconds)
    {
        var buffer = new StereoBuffer(seconds * Rate);
        buffer.Left[10] = buffer.Right[10] = 1;
        return buffer;
    }

    private static float Peak(ReadOnlySpan<float> samples)
    {
        var peak = 0f;
        foreach (var x in samples) peak = Math.Max(peak, Math.Abs(x));
        return peak;
    }

    private static double Energy(StereoBuffer buffer, double from, double to, bool left = true)
    {
        double sum = 0;
        foreach (var x in (left ? buffer.Left : buffer.Right)[(int)(from * Rate)..(int)(to * Rate)]) sum += x * x;
        return sum;
    }
}
