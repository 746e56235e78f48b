using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class KnownKeyTests
{
    private const double Floor = 0.8;
    private static readonly int[][] s_major = [[0, 3, 4, 0], [0, 5, 3, 4], [0, 4, 5, 3], [1, 4, 0, 0]];
    private static readonly int[][] s_minor = [[0, 3, 4, 0], [0, 5, 2, 6], [0, 6, 5, 4], [0, 5, 3, 4]];

    [Fact]
    public void Find_Scales_RightInFourOfFive() =>
        AssertKeys((timbre, tonic, isMajor) => KnownMusic.Play(timbre, 0.4, 12, KnownMusic.Scale(tonic, isMajor)));

    [Fact]
    public void Find_Cadences_RightInFourOfFive() =>
        AssertKeys((timbre, tonic, isMajor) => KnownMusic.Play(timbre, 1, 12, KnownMusic.Cadence(tonic, isMajor)));

    // Of four progressions each key has the one or the other; the second minor one, i VI III VII, is its relative major's as well.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Find_Pieces_RightInFourOfFive(int turn) =>
        AssertKeys((timbre, tonic, isMajor) => KnownMusic.Piece(timbre, tonic, isMajor, (isMajor ? s_major : s_minor)[((2 * turn) + tonic) % 4], tonic));

    private static void AssertKeys(Func<KnownMusic.Timbre, int, bool, AudioClip> play)
    {
        var keys = KnownMusic.Timbres.SelectMany(t => Enumerable.Range(0, 24).Select(k => (Timbre: t, Tonic: k % 12, IsMajor: k < 12))).ToArray();
        var heard = keys.AsParallel().AsOrdered().Select(k => FeatureExtractor.Extract(play(k.Timbre, k.Tonic, k.IsMajor))).ToArray();
        var wrong = keys.Zip(heard).Where(p => (p.First.Tonic, p.First.IsMajor) != (p.Second.Tonic, p.Second.IsMajor))
            .Select(p => $"{p.First.Timbre.Name} {p.First.Tonic}{(p.First.IsMajor ? "" : "m")} heard as {p.Second.Tonic}{(p.Second.IsMajor ? "" : "m")}").ToArray();
        Assert.True(wrong.Length <= (1 - Floor) * keys.Length, $"{wrong.Length} of {keys.Length}: {string.Join("; ", wrong)}");
    }
}
