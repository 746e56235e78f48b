using MoodDeck.Training.Data;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Tests.Data;

public sealed class FaceDetectionSetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Labels_GroupsFacesByPicture()
    {
        var path = _folder.Write("labels.csv", "image,x,y,w,h,source,label_origin\nval/a.jpg,1.5,2,30,40,crowd,truth\nval/b.jpg,,,,,street,teacher\nval/a.jpg,50,2,10,12,crowd,truth\n");

        var (images, bad) = FaceLabels.Read(path);

        Assert.Empty(bad.Rows);
        Assert.Equal(["val/a.jpg", "val/b.jpg"], images.Select(i => i.Image));
        Assert.Equal([new FaceBox(1.5, 2, 30, 40), new FaceBox(50, 2, 10, 12)], images[0].Faces);
        Assert.Empty(images[1].Faces);
        Assert.Equal("street", images[1].Source);
    }

    [Theory]
    [InlineData("val/a.jpg,1,2,30,")]
    [InlineData("val/a.jpg,1,2,-30,40")]
    [InlineData("val/a.jpg,1,2,NaN,40")]
    [InlineData("val/a.jpg,1,2,3O,40")]
    [InlineData(",1,2,30,40")]
    public void Read_BadBox_SkipsAndNamesIt(string row)
    {
        var (images, bad) = FaceLabels.Read(_folder.Write("labels.csv", $"image,x,y,w,h\nval/b.jpg,1,2,3,4\n{row}\n"));

        Assert.Equal("line 3", Assert.Single(bad.Rows).Where);
        Assert.Equal("val/b.jpg", Assert.Single(images).Image);
    }

    [Fact]
    public void Load_Folder_DecodesToGreyAndSplitsByPrefix()
    {
        WritePicture("train/a.png", new Rgb(200, 200, 200));
        WritePicture("val/b.png", new Rgb(50, 50, 50));
        var labels = _folder.Write("labels.csv", "image,x,y,w,h\ntrain/a.png,1,2,3,4\nval/b.png,,,,\n");

        var set = FaceDetectionSet.Load(_folder.Root, labels);

        Assert.Empty(set.Problems);
        Assert.Equal(["train/a.png"], set.Under("train/").Images.Select(i => i.Name));
        Assert.Equal((20, 10), (set.Images[0].Grey.Width, set.Images[0].Grey.Height));
        Assert.Equal(200, set.Images[0].Grey.Pixels[0]);
        Assert.Equal(50, set.Under("val/").Images[0].Grey.Pixels[0]);
    }

    [Fact]
    public void Load_MissingAndBrokenPictures_ListsThem()
    {
        for (var i = 0; i < 4; i++) WritePicture($"train/{i}.png", new Rgb(9, 9, 9));
        _folder.Write("train/broken.png", "no picture");
        var labels = _folder.Write("labels.csv", "image,x,y,w,h\n" + string.Concat("0,1,2,3,broken,gone".Split(',').Select(n => $"train/{n}.png,,,,\n")));

        var set = FaceDetectionSet.Load(_folder.Root, labels);

        Assert.Equal(4, set.Images.Count);
        Assert.Equal(2, set.Problems.Count);
        Assert.StartsWith("train/broken.png: ", set.Problems[0], StringComparison.Ordinal);
        Assert.Equal($"train/gone.png: not in {_folder.Root}", set.Problems[1]);
    }

    [Fact]
    public void Load_LabelsOfOtherPictures_Throws()
    {
        var labels = _folder.Write("labels.csv", "image,x,y,w,h\ntrain/a.png,1,2,3,4\n");

        var e = Assert.Throws<InvalidDataException>(() => FaceDetectionSet.Load(_folder.Root, labels));

        Assert.Contains("1 of 1 pictures cannot be read; the first: train/a.png", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UnknownPrefix_Throws()
    {
        var labels = _folder.Write("labels.csv", "image,x,y,w,h\ntrain/a.png,1,2,3,4\n");

        Assert.Contains("no picture under \"test/\"", Assert.Throws<InvalidDataException>(() => FaceDetectionSet.Load(_folder.Root, labels, "test/")).Message, StringComparison.Ordinal);
    }

    private void WritePicture(string name, Rgb colour)
    {
        using var image = new Image(20, 10);
        image.Fill(colour);
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        _folder.Write(name, PngEncoder.Encode(image));
    }
}
