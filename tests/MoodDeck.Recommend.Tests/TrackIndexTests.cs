namespace MoodDeck.Recommend.Tests;

public sealed class TrackIndexTests
{
    [Fact]
    public void Of_Tracks_KeepsWhatChoosingNeeds()
    {
        var tracks = Tracks.Many(1, 300, 40);
        var index = TrackIndex.Of(tracks);
        Assert.Equal(300, index.Count);
        for (var row = 0; row < index.Count; row++)
        {
            Assert.Equal(tracks[row].Id, index.IdOf(row));
            Assert.Equal(tracks[row].Artist, index.Artists.ValueOf(index.Artists[row]));
            Assert.Equal(tracks[row].Source, index.SourceOf(row));
            Assert.Equal(tracks[row].IsPlayable, index.IsPlayable(row));
            Assert.Equal(tracks[row].Mood.Mean.Arousal, index.MoodOf(row).Mean.Arousal, 1e-5);
            Assert.Equal(tracks[row].Mood.Sigma.Valence, index.MoodOf(row).Sigma.Valence, 1e-5);
        }
    }

    [Fact]
    public void IdOf_NonAsciiIds_ComeBack()
    {
        string[] ids = ["ä", "日本語", "", "😀"];
        var index = TrackIndex.Of(ids.Select(id => Tracks.At(0, 0, id)));
        Assert.Equal(ids, Enumerable.Range(0, 4).Select(index.IdOf));
    }
}
