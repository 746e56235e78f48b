using MoodDeck.Audio.Loudness;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Tests.Mixing;

public sealed class LimiterTests
{
    [Fact]
    public void Apply_LoudBursts_StayUnderTheCeiling()
    {
        var buffer = new StereoBuffer(2 * StereoBuffer.SampleRate);
        for (var i = 0; i < buffer.Length; i++)
        {
            var level = i % 9000 < 800 ? 2.5 : 0.3;
            buffer.Left[i] = (float)(level * Math.Sin(0.31 * i));
            buffer.Right[i] = (float)(0.5 * level * Math.Sin(0.017 * i));
        }

        Limiter.Apply(buffer, 0.8f);

        Assert.True(TruePeak.Of(buffer.Left) <= 0.81f, $"{TruePeak.Of(buffer.Left)}");
        Assert.True(TruePeak.Of(buffer.Right) <= 0.81f);
    }

    [Fact]
    public void Apply_QuietSound_IsLeftAlone()
    {
        var buffer = new StereoBuffer(20_000);
        for (var i = 0; i < buffer.Length; i++) buffer.Left[i] = buffer.Right[i] = (float)(0.4 * Math.Sin(0.05 * i));
        var before = buffer.Left.ToArray();

        Limiter.Apply(buffer, 0.8f);

        Assert.Equal(before, buffer.Left.ToArray());
    }
}
