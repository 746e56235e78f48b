using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Tests.Probing;

public sealed class LanguageCodesTests
{
    [Theory]
    [InlineData("eng", "en")]
    [InlineData("ger", "de")]
    [InlineData("deu", "de")]
    [InlineData("EN", "en")]
    [InlineData("pt-BR", "pt")]
    [InlineData("spa/eng", "es")]
    [InlineData("cmn", "zh")]
    [InlineData("zxx", "zxx")]
    [InlineData("und", null)]
    [InlineData("xx", null)]
    [InlineData("English", "en")]
    [InlineData("gibberish", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Normalise_Tag_GivesTwoLettersOrNull(string? tag, string? expected) => Assert.Equal(expected, LanguageCodes.Normalise(tag));
}
