using MoodDeck.Core.Music;
using MoodDeck.Recommend.Stations;

namespace MoodDeck.Recommend.Tests;

public sealed class StationMapTests
{
    private static readonly TrackIndex Few = TrackIndex.Of(
    [
        Tracks.At(0.123, -0.456, "a"), Tracks.At(-1, 1, "b", playable: true), Tracks.At(0.7, 0.7, "guess") with { Mood = TrackMood.Unknown },
        Tracks.At(1, -1, "c", playable: true),
    ]);

    [Fact]
    public void Of_FewTracks_TellsEachInHundredthsAndWhatPlaysFirst()
    {
        var map = StationMap.Of(Few);
        Assert.Equal((3, 2), (map.Total, map.Playable));
        Assert.Equal([-100, 100, 100, -100, 12, -46], map.Points);
        Assert.Null(map.Counts);
    }

    [Fact]
    public void Of_ManyTracks_CountsThemInAGrid()
    {
        var map = StationMap.Of(Few, mostPoints: 2);
        Assert.Equal((3, null), (map.Total, map.Points));
        var counts = map.Counts!;
        Assert.Equal(StationMap.GridSize * StationMap.GridSize, counts.Count);
        Assert.Equal((3, 1, 1), (counts.Sum(), counts[^StationMap.GridSize], counts[StationMap.GridSize - 1]));
        Assert.Equal(1, counts[(34 * StationMap.GridSize) + 71]);
    }

    [Fact]
    public void Nearest_Point_GivesTheNearestOfKnownMoodInOrder()
    {
        var tracks = Tracks.Many(7, 3000, 3000);
        tracks.Add(Tracks.At(0.2, 0.3, "guess") with { Mood = TrackMood.Unknown });
        var index = TrackIndex.Of(tracks);
        var nearest = StationMap.Nearest(index, 0.2, 0.3, 12).Select(index.IdOf);
        var expected = tracks.Where(t => t.Mood.IsKnown)
            .OrderBy(t => Math.Pow(t.Mood.Mean.Valence - 0.2, 2) + Math.Pow(t.Mood.Mean.Arousal - 0.3, 2)).Take(12).Select(t => t.Id);
        Assert.Equal(expected, nearest);
    }

    [Fact]
    public void Nearest_OneSongFromTwoSources_ComesOnce()
    {
        var song = Tracks.At(0, 0, "x", "Ana");
        var index = TrackIndex.Of([song, song with { Id = "y", Source = TrackSource.Import }, Tracks.At(0.5, 0, "z", "Ben")]);
        Assert.Equal([0, 2], StationMap.Nearest(index, 0, 0, 5));
    }
}
