using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Tests.Ranking;

public sealed class ArtistMoodsTests
{
    [Fact]
    public void PlaceOf_TracksSeenUnsurely_LieNearerToWhereTheyAre()
    {
        var random = new Random(5);
        var centres = Enumerable.Range(0, 200).Select(_ => Point(random, 0.4)).ToArray();
        var real = Enumerable.Range(0, 2000).Select(i => centres[i % 200] + Point(random, 0.2)).ToArray();
        var tracks = real.Select((x, i) => Tracks.At(0, 0, $"t{i}", $"A{i % 200}") with { Mood = TrackMood.Of(x + Point(random, 0.3), 0.3) }).ToList();
        var index = TrackIndex.Of(tracks);
        var (seen, drawn) = (0.0, 0.0);
        for (var row = 0; row < index.Count; row++)
        {
            var x = real[int.Parse(index.IdOf(row)[1..], System.Globalization.CultureInfo.InvariantCulture)];
            var place = index.ArtistMoods.PlaceOf(index, row);
            seen += Squared(index.MoodOf(row).Mean, x);
            drawn += Squared(new(place.Valence, place.Arousal, 0), x);
            Assert.InRange(place.ValenceVariance, 0, 0.09);
        }

        Assert.InRange(drawn / seen, 0, 0.5);
    }

    [Fact]
    public void PlaceOf_TrackOfUnknownMood_IsTakenForOneLikeTheArtistsOthers()
    {
        var tracks = Enumerable.Range(0, 40).Select(i => Tracks.At(i < 20 ? 0.6 : -0.6, i < 20 ? 0.5 : -0.5, $"t{i}", i < 20 ? "Up" : "Down")).ToList();
        tracks.Add(Tracks.At(0, 0, "x", "Up") with { Mood = TrackMood.Unknown });
        var index = TrackIndex.Of(tracks);
        var place = index.ArtistMoods.PlaceOf(index, index.RowsOf(["x"]).Single());
        Assert.InRange(place.Valence, 0.4, 0.7);
    }

    [Fact]
    public void PlaceOf_NoArtistsAtAll_IsWhatWasHeard()
    {
        var index = TrackIndex.Of([Tracks.At(0.5, 0.5, "a"), Tracks.At(-0.5, -0.5, "b")]);
        Assert.Equal(0.5, Math.Abs(index.ArtistMoods.PlaceOf(index, 0).Valence), 3);
    }

    private static Vad Point(Random random, double sigma) => new(sigma * Normal(random), sigma * Normal(random), 0);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double Squared(Vad a, Vad b) => Math.Pow(a.DistanceTo(b with { Dominance = a.Dominance }), 2);
}
