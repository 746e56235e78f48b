using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class KnownTempoTests
{
    // Bass drum, snare, hi-hat: rock, disco, a shuffle of straight eighths, hip-hop, bossa, a march, drum and bass.
    private static readonly (string Bass, string Snare, string Hat)[] s_loops =
    [
        ("x.......x.......", "....x.......x...", "x.x.x.x.x.x.x.x."),
        ("x...x...x...x...", "....x.......x...", "..x...x...x...x."),
        ("x.....x.x.......", "....x.......x..o", "x.o.x.o.x.o.x.o."),
        ("x.......o.x.....", "....x.......x...", "xoxoxoxoxoxoxoxo"),
        ("x.....xxx.....xx", "x..x...x...x....", "x.x.x.x.x.x.x.x."),
        ("x...x...x...x...", "o.oox.o.o.oox.o.", "................"),
        ("x.........x.....", "....x..o.o..x..o", "x.x.x.x.x.x.x.x."),
    ];

    [Fact]
    public void Find_ClickTracks_RightOrAnOctaveOffInNineteenOfTwenty() =>
        AssertTempi([.. Enumerable.Range(0, 61).Select(i => 40 + (3.0 * i)).Select(bpm => ("clicks", bpm, KnownMusic.Clicks(bpm, 30)))]);

    [Fact]
    public void Find_DrumLoops_RightOrAnOctaveOffInNineteenOfTwenty() =>
        AssertTempi([.. s_loops.SelectMany((loop, k) => Enumerable.Range(0, 9).Select(i => 62 + (15.7 * i) + k)
            .Select(bpm => ($"loop {k}", bpm, KnownMusic.Drums(bpm, 30, loop.Bass, loop.Snare, loop.Hat))))]);

    [Fact]
    public void Find_Pieces_RightOrAnOctaveOffInNineteenOfTwenty() =>
        AssertTempi([.. KnownMusic.Timbres.SelectMany((timbre, k) => Enumerable.Range(0, 8).Select(i => 64 + (14.3 * i) + k)
            .Select(bpm => (timbre.Name, bpm, KnownMusic.Piece(timbre, k + 3, k % 2 == 0, [0, 3, 4, 0], k, bpm))))]);

    private static void AssertTempi(IReadOnlyList<(string Name, double Bpm, AudioClip Clip)> music)
    {
        var heard = music.AsParallel().AsOrdered().Select(m => FeatureExtractor.Extract(m.Clip).TempoBpm).ToArray();
        var wrong = music.Zip(heard).Where(p => !IsRight(p.Second, p.First.Bpm)).Select(p => $"{p.First.Name} at {p.First.Bpm:0.0} heard as {p.Second:0.0}").ToArray();
        Assert.True(wrong.Length <= 0.05 * music.Count, $"{wrong.Length} of {music.Count}: {string.Join("; ", wrong)}");
    }

    // Within four hundredths, as tempo finders are compared (Gouyon et al. 2006).
    private static bool IsRight(double heard, double bpm) => new[] { 0.5, 1, 2 }.Any(octave => Math.Abs(heard - (octave * bpm)) <= 0.04 * octave * bpm);
}
