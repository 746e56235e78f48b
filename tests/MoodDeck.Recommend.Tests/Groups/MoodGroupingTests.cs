using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Groups;

namespace MoodDeck.Recommend.Tests.Groups;

public sealed class MoodGroupingTests
{
    private static readonly TrackTone Slow = new(62, 3, 900, 1.2, -.3), Fast = new(150, 6, 2600, 5, .4);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Find_SoManyClumps_FindsAsManyAndWhereTheyLie(int clumps)
    {
        var index = Clumps(clumps, 60, out var middles);
        var found = new MoodGrouping(index).Find(_ => null);
        Assert.Equal((clumps * 60, clumps), (found.Known, found.Groups.Count));
        Assert.All(found.Groups, g => Assert.Equal(60, g.Size));
        Assert.All(middles, m => Assert.Contains(found.Groups, g => g.Centre.DistanceTo(m) < 0.05));
        Assert.InRange(found.Silhouette, 0.6, 1);
    }

    [Fact]
    public void Find_OneMoodThatSoundsInTwoWays_PartsItAndSaysHow()
    {
        var index = TrackIndex.Of([.. Clump(new(0, -.7, 0), 80, "s"), .. Clump(new(0, -.7, 0), 40, "f"), .. Clump(new(.4, .8, 0), 90, "h")]);
        var found = new MoodGrouping(index).Find(row => index.IdOf(row)[0] switch { 's' => Slow, 'f' => Fast, _ => null }, 3);
        Assert.Equal(["calm", "excited"], found.Groups.Select(g => g.Mood).Distinct().Order());
        var other = Assert.Single(found.Groups, g => g.Quality.Length > 0);
        Assert.Equal(("calm", 40), (other.Mood, other.Size));
        Assert.Contains(other.Quality, (string[])["fast", "bright", "busy", "major", "swelling"]);
        Assert.InRange(other.Tone!.Value.TempoBpm, 149, 151);
        Assert.Null(Assert.Single(found.Groups, g => g.Mood == "excited").Tone);
    }

    [Fact]
    public void Find_TracksNobodyListenedTo_AreGroupedByTheirMoodAlone()
    {
        // Every second track was listened to, in both clumps alike: that must part nothing.
        var index = Clumps(2, 100, out _);
        var found = new MoodGrouping(index).Find(row => row % 2 == 0 ? (row % 4 == 0 ? Slow : Fast) : null, 2);
        Assert.Equal([100, 100], found.Groups.Select(g => g.Size));
    }

    [Fact]
    public void Find_UnsureTracks_PullTheCentreLess()
    {
        var sure = Enumerable.Range(0, 40).Select(i => Tracks.At(.5, .5, $"a{i}", sigma: .15));
        var unsure = Enumerable.Range(0, 40).Select(i => Tracks.At(.3, .3, $"b{i}", sigma: .45));
        var far = Enumerable.Range(0, 40).Select(i => Tracks.At(-.8, -.8, $"c{i}"));
        var found = new MoodGrouping(TrackIndex.Of([.. sure, .. unsure, .. far])).Find(_ => null, 2);
        var bright = found.Groups[0];
        Assert.Equal(80, bright.Size);
        Assert.Equal(.5 - (.2 * .1), bright.Centre.Valence, 3); // 1 / 9 against 1
    }

    [Fact]
    public void Find_MoreThanTheSample_EveryTrackJoinsTheNearestGroup()
    {
        var index = Clumps(3, 400, out _);
        var found = new MoodGrouping(index, mostSampled: 150).Find(_ => null);
        Assert.Equal((1200, 150, 3), (found.Known, found.Sampled, found.Groups.Count));
        Assert.All(found.Groups, g => Assert.Equal(400, g.Size));
        Assert.Equal([400, 400, 400], found.GroupOfRow.GroupBy(g => g).Select(g => g.Count()));
    }

    [Fact]
    public void Find_Twice_GivesTheSame()
    {
        var index = TrackIndex.Of(Tracks.Many(3, 900, 40));
        var (one, two) = (new MoodGrouping(index).Find(_ => null), new MoodGrouping(index).Find(_ => null));
        Assert.Equal(one.GroupOfRow, two.GroupOfRow);
        Assert.Equal(one.Silhouette, two.Silhouette);
        Assert.Equal(one.Groups.Count, one.Groups.Select(g => g.Name).Distinct().Count());
    }

    [Fact]
    public void Find_Examples_AreNearAndOneOfEachArtist()
    {
        var index = TrackIndex.Of(Tracks.Many(5, 2000, 9));
        foreach (var group in new MoodGrouping(index).Find(_ => null, 4).Groups)
        {
            Assert.Equal(6, group.Examples.Select(row => index.Artists[row]).Distinct().Count());
            Assert.All(group.Examples, row => Assert.InRange(index.MoodOf(row).Mean.DistanceTo(group.Centre), 0, .6));
            Assert.Equal(group.Genres.OrderByDescending(g => g.Tracks), group.Genres);
        }
    }

    [Fact]
    public void Find_NothingOrNearlyNothing_GivesWhatThereIs()
    {
        Assert.Empty(new MoodGrouping(TrackIndex.Empty).Find(_ => null).Groups);
        Assert.Empty(new MoodGrouping(TrackIndex.Of([Tracks.At(0, 0, "x") with { Mood = TrackMood.Unknown }])).Find(_ => null).Groups);
        var three = new MoodGrouping(TrackIndex.Of([Tracks.At(.1, .1, "a"), Tracks.At(.5, .5, "b"), Tracks.At(-.5, 0, "c")]));
        Assert.Equal(3, Assert.Single(three.Find(_ => null).Groups).Size);
        Assert.Equal(3, three.Find(_ => null, 5).Groups.Count);
        var same = new MoodGrouping(TrackIndex.Of(Enumerable.Range(0, 50).Select(i => Tracks.At(.5, .5, $"t{i}"))));
        Assert.Equal(50, Assert.Single(same.Find(_ => null).Groups).Size);
        Assert.Throws<ArgumentOutOfRangeException>(() => same.Find(_ => null, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => same.Find(_ => null, 13));
    }

    [Fact]
    public void Mean_KnownGroups_IsRousseeuwsFigure()
    {
        // On a line: two pairs, 1 apart within and 10 between the nearer ends.
        List<float[]> points = [.. ((float[])[0, 1, 11, 12]).Select(x => new[] { x, 0, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN })];
        Assert.Equal((1 - (1 / 11.5) + 1 - (1 / 10.5)) / 2, Silhouette.Mean(points, [0, 0, 1, 1], 2), 6);
    }

    private static TrackIndex Clumps(int count, int each, out List<Vad> middles)
    {
        middles = [.. Enumerable.Range(0, count).Select(i => new Vad(.7 * Math.Cos(2 * Math.PI * i / count), .7 * Math.Sin(2 * Math.PI * i / count), 0))];
        return TrackIndex.Of(middles.SelectMany((m, i) => Clump(m, each, $"{i}-")));
    }

    private static IEnumerable<Track> Clump(Vad middle, int count, string name)
    {
        var random = new Random(name[0]);
        double Near(double x) => x + ((random.NextDouble() - .5) * .2);
        return [.. Enumerable.Range(0, count).Select(i => Tracks.At(Near(middle.Valence), Near(middle.Arousal), name + i, "Artist " + (i % 9)))];
    }
}
