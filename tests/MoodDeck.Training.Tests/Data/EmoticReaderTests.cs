using System.Text;
using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class EmoticReaderTests : IDisposable
{
    private const string Lists = "Index,Folder,Filename,Image Size,BBox,Categorical_Labels,Continuous_Labels,Gender,Age\n";
    private const string Columns = "Filename,Width,Height,Age,Gender,X_min,Y_min,X_max,Y_max,Arr_name,Crop_name,Affection,Anger,Valence,Arousal,Dominance\n";
    private readonly TempFolder _folder = new();

    public EmoticReaderTests()
    {
        // Left half dark, right half bright: which part was cut shows.
        var picture = DrawnPictures.Png(200, 100, (x, _) => x < 100 ? 40 : 200);
        _folder.Put("data/emotic/mscoco/images/a.png", picture);
        _folder.Put("data/emotic/framesdb/images/b.png", picture);
        Directory.CreateDirectory(_folder.File("data/emotic_pre"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_Lists_CutsThePersonsAndScalesTheNumbers()
    {
        var set = Read("val.csv", Lists
            + "0,mscoco/images,a.png,\"[200, 100]\",\"[10, 10, 50, 50]\",\"['Happiness', 'Doubt/Confusion']\",\"[10.0, 1.0, 5.5]\",Male,Adult\n"
            + "1,mscoco/images,a.png,\"[200, 100]\",\"[150, 10, 190, 50]\",['Fear'],\"[7, 3, nan]\",Female,Kid\n"
            + "2,framesdb/images,b.png,\"[200, 100]\",\"[0, 0, 100, 100]\",['Peace'],\"[1, 10, 1]\",Female,Kid\n");

        Assert.Equal([1f, -1f, 0f], set.VadOf(0).ToArray());
        Assert.Equal([1 / 3f, -2.5f / 4.5f], set.VadOf(1)[..2].ToArray().Select(v => v), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.True(float.IsNaN(set.VadOf(1)[2]));
        Assert.Equal([40, 200, 40], Enumerable.Range(0, 3).Select(row => (int)set.Image(row)[0]));
        Assert.All(set.Labels, label => Assert.Equal(FaceImageSet.NoLabel, label));
        Assert.Null(set.Votes);
        Assert.Equal(["Validation"], set.UsageNames);
        Assert.Equal("line 3: mscoco/images/a.png", set.NameOf(1));
    }

    [Fact]
    public void Read_ColumnForEveryNumber_ReadsTheSame()
    {
        var set = Read("annots_train.csv", Columns + "mscoco/images/a.png,200,100,Adult,Male,10,10,50,50,img_arr_0.npy,crop_arr_0.npy,0,1,10.0,1.0,5.5\n");

        Assert.Equal([1f, -1f, 0f], set.VadOf(0).ToArray());
        Assert.Equal(40, set.Image(0)[0]);
        Assert.Equal(["Training"], set.UsageNames);
    }

    [Fact]
    public void Read_NumPyCrops_TakesThem()
    {
        var pixels = Enumerable.Repeat((byte)90, 32 * 32 * 3).ToArray();
        _folder.Put("data/img_arrs/crop_arr_0.npy", NumPy("{'descr': '|u1', 'fortran_order': False, 'shape': (32, 32, 3), }", pixels));

        var set = Read("annots_test.csv", Columns + "missing.jpg,200,100,Adult,Male,10,10,50,50,img_arr_0.npy,crop_arr_0.npy,0,1,2,2,2\n");

        Assert.All(set.Image(0).ToArray(), p => Assert.Equal(90, p));
        Assert.Equal(["Test"], set.UsageNames);
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }")]
    [InlineData("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 2), }")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (999999, 999999), }")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (4,), }")]
    public void TryRead_OtherNumPyFile_IsRefused(string header)
    {
        Assert.Null(NumPyPicture.TryRead(NumPy(header, new byte[4]), out var problem));
        Assert.Contains("no NumPy file of bytes", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PicturesInAZip_FindsThemUnderAWrappingFolder()
    {
        var zip = _folder.Zip("pictures.zip", ("emotic/x/a.png", DrawnPictures.Png(1)), ("emotic/x/b.png", DrawnPictures.Png(2)));
        var csv = _folder.Write("data/train.csv", Lists + "0,x,a.png,\"[48, 48]\",\"[0, 0, 48, 48]\",[],\"[5, 5, 5]\",Male,Adult\n");

        var set = FaceData.Read(new() { Path = csv, ImagesPath = zip });

        Assert.Equal(1, set.Count);
        Assert.Empty(set.Bad.Rows);
    }

    [Fact]
    public void Read_BadRows_NamesAndSkipsThem()
    {
        const string good = "0,mscoco/images,a.png,\"[200, 100]\",\"[10, 10, 50, 50]\",[],\"[5, 5, 5]\",Male,Adult\n";
        var set = Read("train.csv", Lists + string.Concat(Enumerable.Repeat(good, 9))
            + "0,mscoco/images,gone.png,,\"[10, 10, 50, 50]\",[],\"[5, 5, 5]\",,\n"
            + "0,../..,a.png,,\"[10, 10, 50, 50]\",[],\"[5, 5, 5]\",,\n"
            + "0,mscoco/images,a.png,,\"[10, 10, 50]\",[],\"[5, 5, 5]\",,\n"
            + "0,mscoco/images,a.png,,\"[10, 10, 5, 50]\",[],\"[5, 5, 5]\",,\n"
            + "0,mscoco/images,a.png,,\"[10, 10, 50, 50]\",[],\"[0, 5, 5]\",,\n"
            + "0,mscoco/images,a.png,,\"[900, 10, 950, 50]\",[],\"[5, 5, 5]\",,\n"
            + "0,mscoco/images,a.png,,\"[10, 10, 50, 50]\",[],\"[nan, nan, nan]\",,\n");

        Assert.Equal(9, set.Count);
        Assert.Equal(
            [
                "line 12: the picture's name leads outside", "line 13: the box is not four numbers", "line 14: the box is empty", "line 15: 0 is not in EMOTIC's 1 to 10",
                "line 17: mscoco/images/a.png: valence, arousal and dominance are unknown",
                "line 11: mscoco/images/gone.png: there is no such picture", "line 16: mscoco/images/a.png: the box lies outside the picture",
            ],
            set.Bad.Rows.Select(r => $"{r.Where}: {r.Reason}"));
    }

    [Fact]
    public void Read_NoPictures_SaysWhereToLook()
    {
        var csv = _folder.Write("alone.csv", Lists + "0,x,a.png,,\"[0, 0, 48, 48]\",[],\"[5, 5, 5]\",Male,Adult\n");

        Assert.Contains("are not beside it, such as x/a.png", Assert.Throws<InvalidDataException>(() => FaceData.Read(new() { Path = csv })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SecondTime_ComesFromTheCache()
    {
        var csv = _folder.Write("data/emotic_pre/train.csv", Lists + "0,mscoco/images,a.png,,\"[10, 10, 50, 50]\",[],\"[5, nan, 5]\",,\n");
        using var cache = new TempFolder();

        var first = FaceData.Read(new() { Path = csv }, cache.Root);
        var second = FaceData.Read(new() { Path = csv }, cache.Root);

        Assert.Single(Directory.GetFiles(cache.Root));
        Assert.Equal(first.Vad, second.Vad);
        Assert.Equal(first.Pixels, second.Pixels);
    }

    private FaceImageSet Read(string name, string text) => FaceData.Read(new() { Path = _folder.Write($"data/emotic_pre/{name}", text) });

    private static byte[] NumPy(string header, byte[] data) =>
        [0x93, .. "NUMPY"u8, 1, 0, (byte)(header.Length + 1), (byte)((header.Length + 1) >> 8), .. Encoding.ASCII.GetBytes(header), (byte)'\n', .. data];
}
