using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class FerPlusReaderTests : IDisposable
{
    private const string Header = "neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF,Usage,image\n";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_BadPictureRowBetween_KeepsVotesWithTheirPictures()
    {
        var images = Images(FaceRows.Row(0, 1) + "1,broken,Training\n" + FaceRows.Row(2, 3));
        var votes = Header + "10,0,0,0,0,0,0,0,0,0,Training,a\n0,10,0,0,0,0,0,0,0,0,Training,b\n0,0,10,0,0,0,0,0,0,0,Training,c\n";

        var set = FerPlusReader.Read(_folder.Write("votes.csv", FaceRows.Gzip(votes)), images);

        Assert.Equal(0, FerPlus.LabelOf(set.VotesOf(0), FerPlusProtocol.Strict));
        Assert.Equal(2, FerPlus.LabelOf(set.VotesOf(1), FerPlusProtocol.Strict));
    }

    [Fact]
    public void Read_ColumnsOfTheOriginalFile_ReadsByName()
    {
        const string text = "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\nTraining,,0,0,0,0,0,0,8,2,0,0\n";

        var set = FerPlusReader.Read(_folder.Write("votes.csv", text), Images(FaceRows.Row(0, 1)));

        Assert.Equal([0, 0, 0, 0, 0, 0, 8, 2, 0, 0], set.VotesOf(0).ToArray());
    }

    [Fact]
    public void Read_UnreadableVotes_WeighNothing()
    {
        var images = Images(FaceRows.Row(0, 1) + FaceRows.Row(0, 2));

        var set = FerPlusReader.Read(_folder.Write("votes.csv", Header + "8,x,0,0,0,0,0,0,0,0,Training,a\n10,0,0,0,0,0,0,0,0,0,Training,b\n"), images);

        Assert.All(set.VotesOf(0).ToArray(), v => Assert.Equal(0, v));
        Assert.Equal("votes, line 2", Assert.Single(set.Bad.Rows).Where);
        Assert.Empty(images.Bad.Rows);
    }

    [Theory]
    [InlineData(Header, "has 0 rows, the pictures' file has 1: they do not belong together")]
    [InlineData(Header + "10,0,0,0,0,0,0,0,0,0,PublicTest,a\n", "line 2: the usage is PublicTest, the picture's is Training")]
    [InlineData("neutral,happiness\n1,2\n", "has no column \"surprise\"")]
    public void Read_OtherFile_SaysWhy(string text, string expected)
    {
        var images = Images(FaceRows.Row(0, 1));
        var path = _folder.Write("votes.csv", text);

        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => FerPlusReader.Read(path, images)).Message, StringComparison.Ordinal);
    }

    private FaceImageSet Images(string rows) => Fer2013Reader.Read(_folder.Write("faces.csv", FaceRows.Header + rows));
}
