using MoodDeck.Core.Mood;

namespace MoodDeck.Recommend.Tests;

public sealed class TrackIndexTests
{
    [Fact]
    public void Of_Tracks_KeepsWhatChoosingNeeds()
    {
        var tracks = Tracks.Many(1, 3000, 40).Select((t, i) => t with { Mix = i % 3 == 0 ? default : new(60 + (i % 150), new(i % 12, i % 2 == 0), -(i % 40)) }).ToList();
        var index = TrackIndex.Of(tracks);
        Assert.Equal(3000, index.Count);
        var byId = tracks.ToDictionary(t => t.Id);
        for (var row = 0; row < index.Count; row++)
        {
            Assert.True(byId.Remove(index.IdOf(row), out var track));
            Assert.Equal(track.Artist, index.Artists.ValueOf(index.Artists[row]));
            Assert.Equal(track.Genre, index.Genres.ValueOf(index.Genres[row]));
            Assert.Equal(track.Source, index.SourceOf(row));
            Assert.Equal(track.IsPlayable, index.IsPlayable(row));
            Assert.Equal(track.Mix, index.MixOf(row));
            Assert.Equal(track.Mood.Mean.Arousal, index.MoodOf(row).Mean.Arousal, 4e-5);
            Assert.Equal(track.Mood.Sigma.Valence, index.MoodOf(row).Sigma.Valence, 4e-5);
        }
    }

    [Fact]
    public void Of_FewTracks_LeavesThemInTheirOrder()
    {
        string[] ids = ["ä", "日本語", "", "😀", "0123456789abcdef"];
        var index = TrackIndex.Of(ids.Select(id => Tracks.At(0, 0, id)));
        Assert.Equal(ids, Enumerable.Range(0, ids.Length).Select(index.IdOf));
    }

    [Fact]
    public void RowsOf_Ids_FindsEachOnceWhateverItsShape()
    {
        var tracks = Enumerable.Range(0, 2000).Select(i => Tracks.At(i / 1000.0 - 1, 0, i % 2 == 0 ? $"{(ulong)i * 0x9E3779B97F4A7C15:x16}" : $"odd {i}")).ToList();
        var index = TrackIndex.Of(tracks);
        Assert.All(tracks, t => Assert.Equal(t.Id, index.IdOf(Assert.Single(index.RowsOf([t.Id])))));
        Assert.Empty(index.RowsOf(["nobody", "ffffffffffffffff", "FFFFFFFFFFFFFFFF", ""]));
        Assert.Single(index.RowsOf([tracks[0].Id, "nobody", tracks[0].Id]));
        Assert.Empty(TrackIndex.Empty.RowsOf(["0123456789abcdef"]));
    }

    [Fact]
    public void Artists_ManyDifferent_AreFoundAsTheyFold()
    {
        var index = TrackIndex.Of(Enumerable.Range(0, 70_000).Select(i => Tracks.At(0, 0, $"t{i}", $"Ärtist {i}")));
        Assert.Equal(70_001, index.Artists.ValueCount);
        foreach (var i in (int[])[0, 1, 65_535, 65_536, 69_999])
        {
            var number = index.Artists.NumberOf($" the artist  {i}".ToUpperInvariant());
            Assert.Equal($"Ärtist {i}", index.Artists.ValueOf(number));
            Assert.Equal($"t{i}", index.IdOf(Assert.Single(index.Columns.ArtistRows.Of(number).ToArray())));
        }

        Assert.Equal(0, index.Artists.NumberOf("Artist 70000"));
        Assert.Equal(0, index.Artists.NumberOf(""));
    }

    [Fact]
    public void MoodOf_HalfSure_IsStillKnown()
    {
        // The edge of what counts as known lies on a step of the columns.
        var index = TrackIndex.Of([Tracks.At(0, 0, "a", sigma: 0.5), Tracks.At(0, 0, "b", sigma: 0.501)]);
        Assert.True(index.MoodOf(0).IsKnown);
        Assert.False(index.MoodOf(1).IsKnown);
    }

    [Fact]
    public void WithPlaces_SomeTracks_MovesThemAndNoOthers()
    {
        var tracks = Tracks.Many(5, 1000, 30);
        var index = TrackIndex.Of(tracks);
        var felt = index.WithPlaces(new Dictionary<string, Vad> { ["t7"] = new(-0.5, 0.25, 0), ["gone"] = new(1, 1, 0) }, 0.1);
        for (var row = 0; row < index.Count; row++)
        {
            if (index.IdOf(row) != "t7") Assert.Equal(index.MoodOf(row), felt.MoodOf(row));
            else Assert.Equal((-0.5, 0.25, 0.1), (felt.MoodOf(row).Mean.Valence, felt.MoodOf(row).Mean.Arousal, felt.MoodOf(row).Sigma.Valence));
        }

        Assert.Same(index, index.WithPlaces(new Dictionary<string, Vad>(), 0.1));
    }
}
