using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class FaceImageCacheTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_SecondTime_GivesTheSameFromTheCache()
    {
        var path = _folder.Write("a.csv", FaceRows.Header + FaceRows.Row(3, 1) + "9,1,Training\n" + FaceRows.Row(4, 2, "PublicTest"));
        var cache = _folder.File("cache");

        var first = Fer2013Reader.Read(path, cache);
        var second = Fer2013Reader.Read(path, cache);

        Assert.Single(Directory.GetFiles(cache));
        Assert.Equal(first.Pixels, second.Pixels);
        Assert.Equal(first.Labels, second.Labels);
        Assert.Equal(first.SourceRows, second.SourceRows);
        Assert.Equal(first.SourceRowCount, second.SourceRowCount);
        Assert.Equal(first.UsageNames, second.UsageNames);
        Assert.Equal(first.Usages, second.Usages);
        Assert.Equal(first.Bad.Rows, second.Bad.Rows);
    }

    [Fact]
    public void Read_ChangedFile_ReadsItAnew()
    {
        var cache = _folder.File("cache");
        Fer2013Reader.Read(_folder.Write("a.csv", FaceRows.Header + FaceRows.Row(3, 1)), cache);

        var set = Fer2013Reader.Read(_folder.Write("a.csv", FaceRows.Header + FaceRows.Row(4, 1) + FaceRows.Row(4, 2)), cache);

        Assert.Equal([4, 4], set.Labels);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(2000)]
    public void Read_CutOffCache_ReadsTheFileAnew(int left)
    {
        var path = _folder.Write("a.csv", FaceRows.Header + FaceRows.Row(3, 1));
        var cache = _folder.File("cache");
        Fer2013Reader.Read(path, cache);
        var file = Directory.GetFiles(cache).Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..left]);

        var set = Fer2013Reader.Read(path, cache);

        Assert.Equal(FaceRows.Picture(1), set.Image(0).ToArray());
        Assert.True(new FileInfo(file).Length > 2304);
    }
}
