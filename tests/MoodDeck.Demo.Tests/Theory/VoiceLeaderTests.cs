using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Pieces;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Tests.Theory;

public sealed class VoiceLeaderTests
{
    private const int Low = 50;
    private const int High = 74;

    [Fact]
    public void Next_EveryChordOfEveryPiece_StaysInRangeAndInTheChord()
    {
        foreach (var spec in PieceBook.All)
        {
            var leader = new VoiceLeader(4, Low, High);
            foreach (var span in new Plan(spec).Harmony.Spans)
            {
                var pitches = leader.Next(span.Chord);

                Assert.Equal(4, pitches.Length);
                Assert.All(pitches, pitch => Assert.True(span.Chord.Contains(pitch) && pitch is >= Low and <= High, $"{spec.Title}: {pitch} in {span.Chord.Symbol}"));
                Assert.Equal(pitches.Order().Distinct(), pitches);
            }
        }
    }

    [Fact]
    public void Next_FromChordToChord_VoicesMoveLittle()
    {
        var moves = new List<int>();
        foreach (var spec in PieceBook.All)
        {
            var leader = new VoiceLeader(4, Low, High);
            var voicings = new Plan(spec).Harmony.Spans.Select(span => leader.Next(span.Chord)).ToArray();
            moves.AddRange(voicings.Zip(voicings.Skip(1)).SelectMany(pair => pair.First.Zip(pair.Second, (a, b) => Math.Abs(a - b))));
        }

        Assert.True(moves.Average() < 2.2, $"a voice moves by {moves.Average():0.00} semitones on average");
        Assert.True(moves.Max() <= 12);
    }

    [Fact]
    public void Next_TonicToDominant_KeepsTheCommonTone()
    {
        var leader = new VoiceLeader(3, 55, 76);

        var (tonic, dominant) = (leader.Next(Chord.Parse("I", 0)), leader.Next(Chord.Parse("V", 0)));

        Assert.Contains(tonic, pitch => pitch % 12 == 7 && dominant.Contains(pitch));
    }

    [Fact]
    public void Next_NoRoom_SaysSo() => Assert.Throws<InvalidOperationException>(() => new VoiceLeader(4, 60, 62).Next(Chord.Parse("I", 0)));
}
