using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Live;

namespace MoodDeck.Vision.Tests.Live;

public sealed class SteadyLabelTests
{
    private static readonly UnsureRule s_rule = new(0.5);
    private readonly SteadyLabel _label = new(new());
    private double _seconds;

    [Fact]
    public void Add_FirstReading_IsTheLabel() => Assert.Equal(Emotion.Sadness, Show(Emotion.Sadness, 0.8, 1 / 15.0));

    [Fact]
    public void Add_FirstReadingUnsure_IsUnsure() => Assert.Null(Show(Emotion.Sadness, 0.4, 1 / 15.0));

    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    [InlineData(60)]
    public void Add_ClearChange_IsFollowedSoonAtAnyFrameRate(double framesPerSecond)
    {
        Settle(Emotion.Neutral, 0.8);
        Assert.InRange(SecondsUntil(Emotion.Anger, 0.9, framesPerSecond), 0.1, 0.65);
    }

    [Fact]
    public void Add_SlightChangeAtOnce_IsFollowedWithinASecond()
    {
        // Ahead by so little that gathered evidence alone would take several seconds.
        for (var i = 0; i < 60; i++) Show(Emotion.Sadness, 0.9, 1 / 15.0, Emotion.Neutral);
        var start = _seconds;
        while (Show(Emotion.Neutral, 0.58, 1 / 15.0, Emotion.Sadness) != Emotion.Neutral) Assert.True(_seconds - start < 5);
        Assert.InRange(_seconds - start, 0.1, 1);
    }

    [Fact]
    public void Add_Smile_FollowsNoLaterThanAnyOther()
    {
        Settle(Emotion.Neutral, 0.8);
        var smile = SecondsUntil(Emotion.Happiness, 0.8, 30);
        Settle(Emotion.Neutral, 0.8);
        Assert.True(smile <= SecondsUntil(Emotion.Surprise, 0.8, 30));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    public void Add_GrimaceOfOneFrame_ChangesNothing(double framesPerSecond)
    {
        Settle(Emotion.Neutral, 0.8);
        for (var i = 0; i < 300; i++) Assert.Equal(Emotion.Neutral, Show(i % 15 == 0 ? Emotion.Disgust : Emotion.Neutral, 0.7, 1 / framesPerSecond));
    }

    [Fact]
    public void Add_FaceTornBetweenTwo_KeepsOneLabelForFiveMinutes()
    {
        Settle(Emotion.Sadness, 0.56);
        Random random = new(7);
        var changes = 0;
        var last = _label.Label;
        for (var i = 0; i < 5 * 60 * 15; i++)
        {
            // Sometimes one is ahead, sometimes the other, by up to a fifth.
            var sad = 0.5 + (0.08 * Math.Sin(_seconds / 2)) + (0.1 * (random.NextDouble() - 0.5));
            var now = Show(sad >= 0.5 ? Emotion.Sadness : Emotion.Neutral, Math.Max(sad, 1 - sad), 1 / 15.0, sad >= 0.5 ? Emotion.Neutral : Emotion.Sadness);
            if (now != last) changes++;
            last = now;
        }

        Assert.InRange(changes, 0, 1);
    }

    [Fact]
    public void Add_LongDoubt_BecomesUnsure()
    {
        Settle(Emotion.Sadness, 0.8);
        for (var i = 0; i < 45; i++) Show(Emotion.Sadness, 0.3, 1 / 15.0);
        Assert.Null(_label.Label);
    }

    [Fact]
    public void Wait_NothingReadForLong_IsForgotten()
    {
        Settle(Emotion.Anger, 0.9);
        _label.Wait(At(_seconds + 1));
        Assert.Equal(Emotion.Anger, _label.Label);
        _label.Wait(At(_seconds + 2.1));
        Assert.Null(_label.Label);
    }

    private void Settle(Emotion emotion, double probability)
    {
        for (var i = 0; i < 60; i++) Show(emotion, probability, 1 / 15.0);
        Assert.Equal(emotion, _label.Label);
    }

    private double SecondsUntil(Emotion emotion, double probability, double framesPerSecond)
    {
        var start = _seconds;
        while (Show(emotion, probability, 1 / framesPerSecond) != emotion) Assert.True(_seconds - start < 5);
        return _seconds - start;
    }

    private Emotion? Show(Emotion emotion, double probability, double afterSeconds, Emotion? next = null)
    {
        _seconds += afterSeconds;
        var weights = new double[Emotions.Count];
        if (next is { } second) weights[(int)second] = 1 - probability;
        else Array.Fill(weights, (1 - probability) / (Emotions.Count - 1));
        weights[(int)emotion] = probability;
        var scores = EmotionScores.FromWeights(weights);
        _label.Add(new(scores, null, s_rule.Holds(scores)), s_rule, At(_seconds));
        return _label.Label;
    }

    private static DateTimeOffset At(double seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds);
}
