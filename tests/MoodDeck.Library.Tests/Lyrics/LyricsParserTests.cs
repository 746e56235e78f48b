using MoodDeck.Library.Lyrics;

namespace MoodDeck.Library.Tests.Lyrics;

public sealed class LyricsParserTests
{
    [Fact]
    public void Parse_Lrc_IsInTheOrderItIsSung()
    {
        var lyrics = LyricsParser.Parse("\uFEFF[ti:Rain]\r\n[ar:Somebody]\r\n[00:21.5]later\r\n[00:12.00][01:10:25]again and again\r\n[1:05]\r\n")!;

        Assert.True(lyrics.IsTimed);
        Assert.Equal([new(12, "again and again"), new(21.5, "later"), new(65, ""), new(70.25, "again and again")], lyrics.Lines);
    }

    [Theory]
    [InlineData("[00:10.00]a", 10)]
    [InlineData("[00:10:50]a", 10.5)]
    [InlineData("[00:10.123]a", 10.123)]
    [InlineData("[0:10]a", 10)]
    [InlineData("[100:00.00]a", 6000)]
    [InlineData("[offset:500]\n[00:10.00]a", 9.5)]
    [InlineData("[00:10.00]a\n[offset: -250]", 10.25)]
    [InlineData("[offset:99999]\n[00:10.00]a", 0)]
    [InlineData("[offset:soon]\n[00:10.00]a", 10)]
    public void Parse_Time_IsInSeconds(string text, double seconds) => Assert.Equal(new LyricsLine(seconds, "a"), Assert.Single(LyricsParser.Parse(text)!.Lines));

    [Fact]
    public void Parse_TimesOfWords_AreLeftOut() =>
        Assert.Equal("one two", Assert.Single(LyricsParser.Parse("[00:01.00] <00:01.00>one <00:01.50>two")!.Lines).Text);

    [Fact]
    public void Parse_NoTimes_IsPlainAsItIsWritten()
    {
        var lyrics = LyricsParser.Parse("\n\n[Chorus]\nla la <3\n\n  la\n\n")!;

        Assert.False(lyrics.IsTimed);
        Assert.Equal([new(null, "[Chorus]"), new(null, "la la <3"), new(null, ""), new(null, "la")], lyrics.Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n ")]
    [InlineData("[ti:Nothing]\n[ar:Nobody]")]
    [InlineData("[00:01.00]\n[00:02.00]")]
    public void Parse_NoWords_IsNull(string text) => Assert.Null(LyricsParser.Parse(text));

    [Fact]
    public void Parse_Anything_NeverThrows()
    {
        Random random = new(5);
        const string letters = "[]<>:.0123456789\n\r\uFEFF offsetia-";
        for (var i = 0; i < 2000; i++)
            LyricsParser.Parse(string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => letters[random.Next(letters.Length)])));
    }
}
