using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class Fer2013ReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_TwoRows_KeepsPixelsLabelsAndUsages()
    {
        var set = Fer2013Reader.Read(_folder.Write("a.csv", FaceRows.Header + FaceRows.Row(3, 1) + FaceRows.Row(6, 2, "PublicTest")));

        Assert.Equal([3, 6], set.Labels);
        Assert.Equal(["Training", "PublicTest"], [set.UsageOf(0), set.UsageOf(1)]);
        Assert.Equal(FaceRows.Picture(1), set.Image(0).ToArray());
        Assert.Equal(FaceRows.Picture(2), set.Image(1).ToArray());
    }

    [Fact]
    public void Read_OtherColumnOrderBomCrlfBlanksQuotesAndNoLastLineEnd_ReadsTheSame()
    {
        var text = $"\uFEFF pixels , Usage,emotion\r\n\"{FaceRows.Pixels(1)}\", Training ,2\r\n\r\n  {FaceRows.Pixels(2)}  ,PublicTest,\"5\"";

        var set = Fer2013Reader.Read(_folder.Write("a.csv", text));

        Assert.Equal([2, 5], set.Labels);
        Assert.Equal(FaceRows.Picture(2), set.Image(1).ToArray());
        Assert.Equal("Training", set.UsageOf(0));
    }

    [Fact]
    public void Read_GzipWithoutItsExtension_ReadsTheSame()
    {
        var set = Fer2013Reader.Read(_folder.Write("a.csv", FaceRows.Gzip(FaceRows.Header + FaceRows.Row(3, 1))));

        Assert.Equal(FaceRows.Picture(1), set.Image(0).ToArray());
    }

    [Fact]
    public void Read_PixelsOnly_HasNoLabels()
    {
        var set = Fer2013Reader.Read(_folder.Write("a.csv", $"pixels\n{FaceRows.Pixels(1)}\n"));

        Assert.Equal([FaceImageSet.NoLabel], set.Labels);
        Assert.Equal("", set.UsageOf(0));
    }

    [Fact]
    public void Read_ManyRows_KeepsEveryOne()
    {
        // More than the room set aside at first and more than one buffer of text.
        var rows = string.Concat(Enumerable.Range(0, 1500).Select(i => FaceRows.Row(i % 7, i % 5)));

        var set = Fer2013Reader.Read(_folder.Write("a.csv", FaceRows.Header + rows));

        Assert.Equal(1500, set.Count);
        Assert.Equal(FaceRows.Picture(1499 % 5), set.Image(1499).ToArray());
    }

    [Theory]
    [InlineData("3,1 2 3,Training", "3 pixels, expected 2304")]
    [InlineData("3,1 2 x,Training", "pixel 3 is not a number")]
    [InlineData("3,1 256,Training", "pixel 2 is more than 255")]
    [InlineData("3,1 -2,Training", "pixel 2 is not a number")]
    [InlineData("7,1,Training", "the emotion is \"7\", expected 0 to 6")]
    [InlineData("happy,1,Training", "the emotion is \"happy\", expected 0 to 6")]
    [InlineData("3", "0 pixels, expected 2304")]
    public void Read_OneBadRow_SkipsAndNamesIt(string row, string reason)
    {
        var set = Fer2013Reader.Read(_folder.Write("a.csv", FaceRows.Header + FaceRows.Row(0, 1) + row + "\n" + FaceRows.Row(1, 2)));

        Assert.Equal(new BadRow("line 3", reason), Assert.Single(set.Bad.Rows));
        Assert.Equal([0, 1], set.Labels);
        Assert.Equal([0, 2], set.SourceRows);
        Assert.Equal(3, set.SourceRowCount);
    }

    [Fact]
    public void Read_LineBeyondTheLimit_SkipsIt()
    {
        var text = FaceRows.Header + FaceRows.Row(0, 1) + "3," + new string('1', 3_000_000) + ",Training\n" + FaceRows.Row(1, 2);

        var set = Fer2013Reader.Read(_folder.Write("a.csv", text));

        Assert.Equal("line 3", Assert.Single(set.Bad.Rows).Where);
        Assert.Equal(FaceRows.Picture(2), set.Image(1).ToArray());
    }

    [Fact]
    public void Read_MostRowsBad_ThrowsWithTheFirst()
    {
        var path = _folder.Write("a.csv", FaceRows.Header + "1,2,Training\n3,4,Training\n" + FaceRows.Row(0, 1));

        var e = Assert.Throws<InvalidDataException>(() => Fer2013Reader.Read(path));

        Assert.Contains("2 of 3 rows cannot be read; the first is line 2: 1 pixels, expected 2304", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("emotion,pixels,Usage\n", "holds no rows")]
    [InlineData("emotion,picture\n1,2\n", "has no column \"pixels\"; its header is \"emotion,picture\"")]
    public void Read_NoTable_SaysWhatIsWrong(string text, string expected)
    {
        var path = _folder.Write("a.csv", text);

        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => Fer2013Reader.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingFile_NamesIt() =>
        Assert.Contains("nowhere.csv does not exist", Assert.Throws<FileNotFoundException>(() => Fer2013Reader.Read(_folder.File("nowhere.csv"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_DamagedGzip_NamesTheFile()
    {
        var packed = FaceRows.Gzip(FaceRows.Header + string.Concat(Enumerable.Range(0, 40).Select(i => FaceRows.Row(1, i))));
        packed.AsSpan(packed.Length / 2, 200).Fill(0x55);
        var path = _folder.Write("a.csv.gz", packed);

        Assert.Contains("a.csv.gz is damaged after line", Assert.Throws<InvalidDataException>(() => Fer2013Reader.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HalfAGzip_NamesTheFile()
    {
        var packed = FaceRows.Gzip(FaceRows.Header + string.Concat(Enumerable.Range(0, 40).Select(i => FaceRows.Row(1, i))));
        var path = _folder.Write("a.csv.gz", packed[..(packed.Length / 2)]);

        Assert.Contains("a.csv.gz breaks off after line", Assert.Throws<InvalidDataException>(() => Fer2013Reader.Read(path)).Message, StringComparison.Ordinal);
    }
}
