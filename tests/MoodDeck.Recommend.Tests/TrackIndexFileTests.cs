namespace MoodDeck.Recommend.Tests;

public sealed class TrackIndexFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700)]
    public void TryRead_Written_ChoosesAsBefore(int count)
    {
        var index = TrackIndex.Of(Tracks.Many(9, count, 50).Select((t, i) => t with { Id = i % 3 == 0 ? $"{i + 77777:x16}" : t.Id, Mix = new(i % 2 == 0 ? null : 90 + i % 60, new(i % 12, true), -9) }));
        var read = TrackIndexFile.TryRead(_path, Write(index));
        Assert.NotNull(read);
        Assert.Equal(index.Count, read.Count);
        for (var row = 0; row < count; row++)
        {
            Assert.Equal(
                (index.IdOf(row), index.MoodOf(row), index.SourceOf(row), index.IsPlayable(row), index.MixOf(row), index.SongOf(row)),
                (read.IdOf(row), read.MoodOf(row), read.SourceOf(row), read.IsPlayable(row), read.MixOf(row), read.SongOf(row)));
            Assert.Equal(index.Artists.ValueOf(index.Artists[row]), read.Artists.ValueOf(read.Artists[row]));
            Assert.Equal(row, Assert.Single(read.RowsOf([index.IdOf(row)])));
        }

        var request = Tracks.Request(0.4, -0.2) with { Languages = ["es"], Artists = ["ARTIST 3", "artist 7"] };
        Assert.Equal(new Recommender(index).Recommend(request).Tracks.Select(t => t.Id), new Recommender(read).Recommend(request).Tracks.Select(t => t.Id));
    }

    [Fact]
    public void TryRead_DamagedCutOffOrAnother_IsNothing()
    {
        var index = TrackIndex.Of(Tracks.Many(4, 300, 20));
        var hash = Write(index);
        var whole = File.ReadAllBytes(_path);
        Assert.Null(TrackIndexFile.TryRead(_path, new string('0', 64)));
        foreach (var length in (int[])[0, 1, 8, 43, 44, whole.Length / 2, whole.Length - 1])
        {
            File.WriteAllBytes(_path, whole[..length]);
            Assert.Null(TrackIndexFile.TryRead(_path, hash));
        }

        foreach (var place in (int[])[0, 8, 12, 5000, whole.Length - 40])
        {
            var damaged = whole.ToArray();
            damaged[place] ^= 1;
            File.WriteAllBytes(_path, damaged);
            Assert.Null(TrackIndexFile.TryRead(_path, hash));
        }
    }

    private string Write(TrackIndex index)
    {
        using var stream = File.Create(_path);
        return TrackIndexFile.Write(index, stream);
    }
}
