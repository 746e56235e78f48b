using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Live;

namespace MoodDeck.Vision.Tests.Live;

public sealed class SteadyAdviceTests
{
    private readonly SteadyAdvice _advice = new();
    private double _seconds;

    [Fact]
    public void Add_FirstFrame_IsShownAtOnce() => Assert.Equal(FaceAdvice.TooDark, Show(FaceAdvice.TooDark, 1));

    [Fact]
    public void Add_FaceAtTheBorder_DoesNotFlicker()
    {
        Show(FaceAdvice.None, 1);
        for (var i = 0; i < 200; i++) Assert.Equal(FaceAdvice.None, Show(i % 2 == 0 ? FaceAdvice.ComeCloser : FaceAdvice.None, 1));
    }

    [Fact]
    public void Add_AdviceThatStays_ComesSoonAndGoesLater()
    {
        Show(FaceAdvice.None, 1);
        Assert.Equal(FaceAdvice.None, Show(FaceAdvice.HoldStill, 6));
        Assert.Equal(FaceAdvice.HoldStill, Show(FaceAdvice.HoldStill, 2));
        Assert.Equal(FaceAdvice.HoldStill, Show(FaceAdvice.None, 10));
        Assert.Equal(FaceAdvice.None, Show(FaceAdvice.None, 4));
    }

    private FaceAdvice Show(FaceAdvice advice, int frames)
    {
        for (var i = 0; i < frames; i++) _advice.Add(advice, DateTimeOffset.UnixEpoch.AddSeconds(_seconds += 1 / 15.0));
        return _advice.Advice;
    }
}
