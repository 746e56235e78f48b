using MoodDeck.Core.Music;

namespace MoodDeck.Core.Tests.Music;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("BEYONCÉ", "beyonce")]
    [InlineData("  Sigur   Rós ", "sigur ros")]
    [InlineData("Ｐｅｒｆｕｍｅ", "perfume")]
    [InlineData("Straße", "strasse")]
    [InlineData("Mø", "mo")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Don’t", "don't")]
    [InlineData("مُحَمَّد", "محمد")]
    public void Fold_CaseAccentsAndSpaces_AreGone(string text, string folded) => Assert.Equal(folded, FoldedText.Fold(text));

    [Theory]
    [InlineData("か", "が")]
    [InlineData("कि", "कु")]
    [InlineData("사랑", "사람")]
    public void Fold_MarksThatMakeAnotherWord_Stay(string one, string other) => Assert.NotEqual(FoldedText.Fold(one), FoldedText.Fold(other));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    public void Fold_Nothing_IsEmpty(string? text) => Assert.Equal("", FoldedText.Fold(text));

    [Fact]
    public void Fold_PlainText_IsFoldedAsTextWithAccentsIs()
    {
        var random = new Random(6);
        for (var round = 0; round < 2000; round++)
        {
            var plain = string.Concat(Enumerable.Range(0, random.Next(1, 300)).Select(_ => (char)random.Next(1, 128)));
            Assert.Equal(FoldedText.Fold(plain + "é"), FoldedText.Fold(plain + "E"));
        }
    }

    [Fact]
    public void Fold_BrokenUnicode_IsReplaced()
    {
        Assert.Equal("a\uFFFDb", FoldedText.Fold("A\uD800B"));
        Assert.Equal("a\uFFFDb", FoldedText.Fold("A\uFFFEB"));
        Assert.Equal("🎵", FoldedText.Fold("🎵"));
    }

    [Theory]
    [InlineData("Ágætis byrjun")]
    [InlineData("夜に駆ける")]
    [InlineData("Кино")]
    public void Fold_Twice_IsTheSame(string text) => Assert.Equal(FoldedText.Fold(text), FoldedText.Fold(FoldedText.Fold(text)));

    [Fact]
    public void FoldArtist_LeadingArticle_IsLeftOut()
    {
        Assert.Equal("beatles", FoldedText.FoldArtist("The Beatles"));
        Assert.Equal("thelonious monk", FoldedText.FoldArtist("Thelonious Monk"));
    }
}
