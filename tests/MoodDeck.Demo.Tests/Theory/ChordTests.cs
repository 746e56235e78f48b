using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Tests.Theory;

public sealed class ChordTests
{
    [Theory]
    [InlineData("I", 0, new[] { 0, 4, 7 }, 0)]
    [InlineData("vi7", 0, new[] { 9, 0, 4, 7 }, 9)]
    [InlineData("bVImaj7", 9, new[] { 5, 9, 0, 4 }, 5)]
    [InlineData("V7b9/7", 0, new[] { 7, 11, 2, 5, 8 }, 11)]
    [InlineData("iih7", 9, new[] { 11, 2, 5, 9 }, 11)]
    [InlineData("viio7", 0, new[] { 11, 2, 5, 8 }, 11)]
    [InlineData("bII/1", 2, new[] { 3, 7, 10 }, 2)]
    [InlineData("I5", 4, new[] { 4, 11 }, 4)]
    public void Parse_RomanNumeral_GivesItsPitchClassesAndBass(string symbol, int tonic, int[] pitchClasses, int bass)
    {
        var chord = Chord.Parse(symbol, tonic);

        Assert.Equal(pitchClasses, chord.PitchClasses);
        Assert.Equal(bass, chord.Bass);
    }

    [Theory]
    [InlineData("X")]
    [InlineData("Ifoo")]
    [InlineData("")]
    public void Parse_NotAChord_SaysWhatIsExpected(string symbol) =>
        Assert.Contains("expected one like", Assert.Throws<FormatException>(() => Chord.Parse(symbol, 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void Bend_SeventhOverTheDominantOfMinor_IsRaised()
    {
        var key = Key.Of("A", Mode.Minor);

        Assert.Equal(68, ChordScale.Bend(67, Chord.Parse("V7", key.Tonic), key));
        Assert.Equal(67, ChordScale.Bend(67, Chord.Parse("bIII", key.Tonic), key));
    }

    [Theory]
    [InlineData("C", 1, 60)]
    [InlineData("C", 8, 72)]
    [InlineData("C", 0, 59)]
    [InlineData("Bb", 1, 58)]
    [InlineData("A", 3, 73)]
    public void PitchOf_DegreeOfAMajorKey_IsItsMidiPitch(string tonic, int degree, int pitch) => Assert.Equal(pitch, Key.Of(tonic, Mode.Major).PitchOf(degree));
}
