using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class FaceDataTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Fer2013WithVotes_JoinsThemAndNamesTheLines()
    {
        var pictures = _folder.Write("a.csv.gz", FaceRows.Gzip(FaceRows.Header + "\n" + FaceRows.Row(3, 1) + FaceRows.Row(4, 2)));
        var votes = _folder.Write("v.csv", "neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n1,9,0,0,0,0,0,0,0,0\n0,0,0,0,0,0,0,8,2,0\n");

        var set = FaceData.Read(new() { Path = pictures, VotesPath = votes });

        Assert.Equal([3, 4], set.Labels);
        Assert.Equal(9, set.VotesOf(0)[1]);
        // The blank line counts as a line, not as a row.
        Assert.Equal(["line 3", "line 4"], [set.NameOf(0), set.NameOf(1)]);
        Assert.Equal(pictures, set.SourceOf(1));
    }

    [Fact]
    public void Read_Fer2013WithOwnLabels_MapsRowsAndLeavesThemOut()
    {
        var path = _folder.Write("a.csv", FaceRows.Header + FaceRows.Row(0, 1) + FaceRows.Row(7, 2) + FaceRows.Row(2, 3) + FaceRows.Row(5, 4));

        var set = FaceData.Read(new() { Path = path, Labels = LabelMap.Parse(["0=neutral", "7=contempt", "2="]) });

        Assert.Equal([6, FaceImageSet.NoLabel, 5], set.Labels);
        Assert.Equal([0, 7, 2], Enumerable.Range(0, 3).Select(row => (int)set.ExpressionOf(row)!.Value));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 10, 0, 0], set.VotesOf(1).ToArray());
        Assert.Equal([0, 1, 3], set.SourceRows);
    }

    [Fact]
    public void Read_Nowhere_NamesIt() =>
        Assert.Contains("nowhere does not exist", Assert.Throws<FileNotFoundException>(() => FaceData.Read(new() { Path = _folder.File("nowhere") })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("title,artist\n1,2\n", "its header is \"title,artist\". Expected a CSV file with a column \"pixels\"")]
    [InlineData("neutral,contempt,NF\n1,2,3\n", "These are FER+ votes")]
    [InlineData("\u0001\u0002\u0003 some binary file", "is no data set of faces. Expected")]
    public void Read_SomethingElse_SaysWhatIsExpected(string text, string expected)
    {
        var path = _folder.Write("a.csv", text);

        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => FaceData.Read(new() { Path = path })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_VotesForAFolder_Refuses()
    {
        _folder.Put("faces/happy/1.png", DrawnPictures.Png(1));

        var e = Assert.Throws<InvalidDataException>(() => FaceData.Read(new() { Path = _folder.File("faces"), VotesPath = "v.csv" }));

        Assert.Contains("FER+ votes (v.csv) belong to rows of a file in FER2013's layout", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Concat_FileFolderAndPersons_KeepsEverythingOfEach()
    {
        var csv = _folder.Write("a.csv", FaceRows.Header + FaceRows.Row(3, 1) + "bad\n" + FaceRows.Row(4, 2, "PublicTest"));
        _folder.Put("faces/train/contempt/1.png", DrawnPictures.Png(1));
        _folder.Put("faces/publictest/sad/2.png", DrawnPictures.Png(2));
        _folder.Put("persons/p.png", DrawnPictures.Png(3));
        var emotic = _folder.Write("persons/val.csv", "Folder,Filename,BBox,Continuous_Labels\n,p.png,\"[0, 0, 48, 48]\",\"[10.0, 1.0, 5.5]\"\n");

        var set = FaceImageSet.Concat([FaceData.Read(new() { Path = csv }), FaceData.Read(new() { Path = _folder.File("faces") }), FaceData.Read(new() { Path = emotic })]);

        Assert.Equal([3, 4, 4, FaceImageSet.NoLabel, FaceImageSet.NoLabel], set.Labels);
        Assert.Equal(["Training", "PublicTest", "Validation"], set.UsageNames);
        Assert.Equal([1, 2], set.RowsOf("PublicTest"));
        Assert.Equal(["line 2", "line 4", "publictest/sad/2.png", "train/contempt/1.png", "line 2: p.png"], set.Names!);
        Assert.Equal([csv, csv, _folder.File("faces"), _folder.File("faces"), emotic], Enumerable.Range(0, 5).Select(set.SourceOf));
        Assert.Equal(0, set.VotesOf(0).ToArray().Sum(v => v));
        Assert.Equal(10, set.VotesOf(3)[7]);
        Assert.True(float.IsNaN(set.VadOf(0)[0]));
        Assert.Equal([1f, -1f, 0f], set.VadOf(4).ToArray());
        Assert.Equal("line 3", Assert.Single(set.Bad.Rows).Where);
        Assert.Equal(5, set.SourceRows.Distinct().Count());
        Assert.Equal(FaceRows.Picture(2), set.Image(1).ToArray());
    }

    [Fact]
    public void Concat_Nothing_Refuses() => Assert.Throws<ArgumentException>(() => FaceImageSet.Concat([]));
}
