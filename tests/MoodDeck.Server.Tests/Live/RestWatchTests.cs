using MoodDeck.Core.Mood;
using MoodDeck.Server.Live;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Live;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Server.Tests.Live;

public sealed class RestWatchTests
{
    private static readonly DateTimeOffset s_start = DateTimeOffset.UnixEpoch;
    private readonly RestWatch _watch = new(s_start, TimeSpan.FromSeconds(10));

    [Fact]
    public void Result_OneFaceAllTheTime_IsThere()
    {
        Show(face: 1, from: 0, to: 10);
        Assert.True(_watch.IsOverAt(At(10)));
        Assert.NotNull(_watch.Result());
    }

    [Fact]
    public void Add_SomebodyElseSteppedIn_BeginsAnew()
    {
        Show(face: 1, from: 0, to: 9);
        Show(face: 2, from: 9, to: 10);
        Assert.False(_watch.IsOverAt(At(10)));
        Assert.Equal(1, _watch.SecondsAt(At(10)), 1e-9);
        Show(face: 2, from: 10, to: 19);
        Assert.True(_watch.IsOverAt(At(19)));
        Assert.Equal(100, _watch.Readings);
    }

    [Fact]
    public void Result_FacesThatComeAndGo_IsGivenUpInTheEnd()
    {
        for (var i = 0; i < 30; i++) Show(face: i, from: i, to: i + 1);
        Assert.True(_watch.IsOverAt(At(30)));
        Assert.Null(_watch.Result());
    }

    [Fact]
    public void Result_SeenForAMomentOnly_IsNone()
    {
        Show(face: 1, from: 6, to: 10);
        Assert.Null(_watch.Result());
    }

    private void Show(int face, double from, double to)
    {
        var frames = (int)Math.Round((to - from) * 10);
        for (var i = 0; i < frames; i++) _watch.Add(Frame(face, At(from + (i / 10.0))));
    }

    private static LiveFrame Frame(int face, DateTimeOffset at)
    {
        EmotionPrediction said = new(EmotionScores.FromWeights([5, 1, 1, 1, 1, 1, 1, 1]), null, false) { ModelId = "a@1", Embedding = new[] { 1f, 2f } };
        FaceReading reading = new(new FaceBox(0, 0, 100, 100), 0.9, default, said);
        return new(at, 640, 480, [new(face, true, true, true, reading, Emotion.Neutral, FaceAdvice.None)], null, default);
    }

    private static DateTimeOffset At(double seconds) => s_start.AddSeconds(seconds);
}
