using MoodDeck.Core.Music;

namespace MoodDeck.Core.Tests.Music;

public sealed class MusicLanguagesTests
{
    [Theory]
    [InlineData("es", "es")]
    [InlineData("ES", "es")]
    [InlineData("es-MX", "es")]
    [InlineData("zh_TW", "zh")]
    [InlineData("Korean", "ko")]
    [InlineData("mandarin", "zh")]
    [InlineData("zxx", "zxx")]
    [InlineData("Instrumental", "zxx")]
    public void TryParse_CodeOrName_GivesTheCode(string text, string code)
    {
        Assert.True(MusicLanguages.TryParse(text, out var parsed));
        Assert.Equal(code, parsed);
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("klingon")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_NoLanguage_IsFalse(string? text) => Assert.False(MusicLanguages.TryParse(text, out _));

    [Fact]
    public void NameOf_EveryCode_IsAName()
    {
        Assert.True(MusicLanguages.Codes.Count > 180);
        Assert.All(MusicLanguages.Codes, code => Assert.True(MusicLanguages.NameOf(code).Length > 1 && MusicLanguages.NameOf(code) != code));
        Assert.Equal("Spanish", MusicLanguages.NameOf("es"));
    }
}
