using MoodDeck.Core.Mood;
using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class LabelMapTests
{
    [Theory]
    [InlineData("happy", Emotion.Happiness)]
    [InlineData("Joy", Emotion.Happiness)]
    [InlineData("1_happy", Emotion.Happiness)]
    [InlineData("03 - Sad", Emotion.Sadness)]
    [InlineData("FEARFUL", Emotion.Fear)]
    [InlineData(" surprised ", Emotion.Surprise)]
    [InlineData("no_emotion", Emotion.Neutral)]
    [InlineData("contempt", Emotion.Contempt)]
    [InlineData("0", Emotion.Anger)]
    [InlineData("1", Emotion.Disgust)]
    [InlineData("2", Emotion.Fear)]
    [InlineData("3", Emotion.Happiness)]
    [InlineData("4", Emotion.Sadness)]
    [InlineData("5", Emotion.Surprise)]
    [InlineData("6", Emotion.Neutral)]
    public void Find_WordOrNumberInUse_KnowsIt(string label, Emotion expected) =>
        Assert.Equal(new LabelMeaning(true, expected), LabelMap.Default.Find(label));

    [Theory]
    [InlineData("bored")]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("12")]
    [InlineData("")]
    [InlineData("unhappy")]
    public void Find_AnythingElse_IsUnknown(string label) => Assert.False(LabelMap.Default.Find(label).IsKnown);

    [Fact]
    public void Parse_OwnEntries_GoBeforeTheWordsInUse()
    {
        var map = LabelMap.Parse(["Well pleased = happiness", "0=neutral", "a=b=fear", "confused=", "sad=angry"]);

        Assert.Equal(Emotion.Happiness, map.Find("well_pleased").Emotion);
        Assert.Equal(Emotion.Neutral, map.Find("0").Emotion);
        Assert.Equal(Emotion.Fear, map.Find("a=b").Emotion);
        Assert.Equal(new LabelMeaning(true, null), map.Find("Confused"));
        Assert.Equal(Emotion.Anger, map.Find("sad").Emotion);
        Assert.Equal(Emotion.Anger, map.Find("4_sad").Emotion);
        Assert.Equal(Emotion.Disgust, map.Find("1").Emotion);
    }

    [Theory]
    [InlineData("joy", "'joy' is no label entry")]
    [InlineData("=happy", "'=happy' is no label entry")]
    [InlineData("joy=hapy", "'hapy' in 'joy=hapy' is no expression. There are: neutral, happiness")]
    public void Parse_Nonsense_SaysWhatIsWrong(string entry, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => LabelMap.Parse([entry])).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_TwoMeanings_Refuses() =>
        Assert.Contains("'Joy' is given two meanings", Assert.Throws<FormatException>(() => LabelMap.Parse(["joy=happy", "Joy=sad"])).Message, StringComparison.Ordinal);
}
