using MoodDeck.Audio.Midi;

namespace MoodDeck.Audio.Tests.Midi;

public sealed class MidiKeysTests
{
    [Theory]
    [InlineData(0, 0, 0, true)]
    [InlineData(3, 0, 9, true)]
    [InlineData(-3, 0, 3, true)]
    [InlineData(-7, 0, 11, true)]
    [InlineData(0, 1, 9, false)]
    [InlineData(1, 1, 4, false)]
    [InlineData(-4, 1, 5, false)]
    public void Read_OneSignature_IsItsKey(int sharps, byte mode, int tonic, bool isMajor) =>
        Assert.Equal([new(tonic, isMajor)], MidiKeys.Read(File(Track(Signature(sharps, mode)))));

    // Notes with and without their status byte, a program change, a message of the system and a long delay lie before it.
    [Fact]
    public void Read_AmongOtherEvents_IsFound() =>
        Assert.Equal([new(2, true), new(11, false)], MidiKeys.Read(File(
            Track([0, 0xC0, 5, 0x83, 0x60, 0x90, 60, 100, 10, 64, 100, 0, 0xF0, 2, 1, 0xF7, .. Signature(2, 0), 96, 0x80, 60, 0]),
            Track([.. Signature(2, 1), .. Signature(2, 0)]))));

    [Fact]
    public void Read_NothingStatedOrBrokenOff_IsNone()
    {
        var whole = File(Track(Signature(2, 0)));
        Assert.Empty(MidiKeys.Read(File(Track([0, 0x90, 60, 100]))));
        Assert.Empty(MidiKeys.Read("no MIDI"u8));
        for (var length = 0; length < whole.Length; length++) Assert.Empty(MidiKeys.Read(whole.AsSpan(0, length)));
    }

    [Fact]
    public void SharesScaleWith_RelativeAndParallel_AreToldApart()
    {
        Assert.True(new MusicalKey(0, true).SharesScaleWith(new(9, false)));
        Assert.False(new MusicalKey(0, true).SharesScaleWith(new(0, false)));
    }

    private static byte[] Signature(int sharps, byte mode) => [0, 0xFF, 0x59, 2, (byte)(sbyte)sharps, mode];

    private static byte[] Track(byte[] events) => [.. "MTrk"u8, 0, 0, 0, (byte)events.Length, .. events];

    private static byte[] File(params byte[][] tracks) => [.. "MThd"u8, 0, 0, 0, 6, 0, 1, 0, (byte)tracks.Length, 0, 96, .. tracks.SelectMany(t => t)];
}
