using MoodDeck.Audio.Probing;
using MoodDeck.Core.Mood;

namespace MoodDeck.Audio.Tests.Probing;

public sealed class MoodTagsTests
{
    [Fact]
    public void Read_WhatWriteGave_IsTheSameMood()
    {
        var tags = MoodTags.Write(new Vad(-.625, .5, 0)).ToDictionary();

        Assert.Equal(new Vad(-.625, .5, 0), MoodTags.Read(tags.GetValueOrDefault)?.Mean);
    }

    [Theory]
    [InlineData("0.5", null)]
    [InlineData("1.5", "0")]
    [InlineData("NaN", "0")]
    [InlineData("0,5", "0")]
    public void Read_MissingOrOutOfRange_IsNull(string valence, string? arousal)
    {
        var tags = new Dictionary<string, string?> { [MoodTags.Valence] = valence, [MoodTags.Arousal] = arousal };

        Assert.Null(MoodTags.Read(tags.GetValueOrDefault));
    }

    [Fact]
    public void Read_MarkedByAModel_IsHeardAndNotStated()
    {
        var tags = MoodTags.Write(new Vad(-.6254, .5, 0), "some model").ToDictionary(t => t.Key, t => t.Value);

        Assert.Null(MoodTags.Read(tags.GetValueOrDefault));
        Assert.Equal(new HeardMood(new(-.625, .5, 0), "some model"), MoodTags.ReadHeard(tags.GetValueOrDefault));
        tags.Remove(MoodTags.Model);
        Assert.Null(MoodTags.ReadHeard(tags.GetValueOrDefault));
        Assert.NotNull(MoodTags.Read(tags.GetValueOrDefault));
    }
}
