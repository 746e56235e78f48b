using System.IO.Compression;
using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class FaceDataZipTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_ZipOfFolders_GivesTheSameAsTheFolders()
    {
        (string Name, byte[] Bytes)[] files = [("train/happy/b.png", DrawnPictures.Png(1)), ("train/happy/a.png", DrawnPictures.Png(2)), ("val/sad/c.png", DrawnPictures.Png(3))];
        foreach (var (name, bytes) in files) _folder.Put("pictures/" + name, bytes);
        var zip = _folder.Zip("pictures.zip", files);

        var fromFolder = FaceData.Read(new() { Path = _folder.File("pictures") });
        var fromZip = FaceData.Read(new() { Path = zip });

        Assert.Equal(fromFolder.Pixels, fromZip.Pixels);
        Assert.Equal(fromFolder.Labels, fromZip.Labels);
        Assert.Equal(fromFolder.Names!, fromZip.Names!);
        Assert.Equal(["train/happy/a.png", "train/happy/b.png", "val/sad/c.png"], fromZip.Names!);
    }

    [Fact]
    public void Read_WrappedZipWithJunkWithoutItsEnding_ReadsItAndCachesIt()
    {
        var zip = _folder.Zip("upload.bin", ("faces/happy/1.png", DrawnPictures.Png(1)), ("__MACOSX/faces/happy/._1.png", [1, 2]), ("faces/.DS_Store", [1]), ("faces/notes.txt", [1]));
        using var cache = new TempFolder();

        var first = FaceData.Read(new() { Path = zip }, cache.Root);
        var second = FaceData.Read(new() { Path = zip }, cache.Root);

        Assert.Equal(["faces/happy/1.png"], first.Names!);
        Assert.Empty(first.Bad.Rows);
        Assert.Single(Directory.GetFiles(cache.Root));
        Assert.Equal(first.Pixels, second.Pixels);
    }

    [Theory]
    [InlineData("../happy/x.png", "leads outside")]
    [InlineData("happy/../../x.png", "leads outside")]
    [InlineData("/happy/x.png", "starts at the root of a disk")]
    [InlineData("C:/happy/x.png", "starts at the root of a disk")]
    [InlineData("happy\\x.png", "holds a backslash")]
    [InlineData("..\\happy\\x.png", "holds a backslash")]
    [InlineData("happy/a\nb.png", "control characters")]
    public void Read_EscapingName_SkipsItAndWritesNothing(string name, string reason)
    {
        var zip = _folder.Zip("evil.zip", ("happy/1.png", DrawnPictures.Png(1)), (name, DrawnPictures.Png(2)), ("sad/2.png", DrawnPictures.Png(3)));

        var set = FaceData.Read(new() { Path = zip });

        Assert.Contains(reason, Assert.Single(set.Bad.Rows).Reason, StringComparison.Ordinal);
        Assert.Equal(["happy/1.png", "sad/2.png"], set.Names!);
        Assert.Equal([zip], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Read_LinkInZip_IsNotFollowed()
    {
        var zip = _folder.Zip("links.zip", ("happy/1.png", DrawnPictures.Png(1)));
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Update))
        {
            var entry = archive.CreateEntry("sad/passwd.png");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var content = entry.Open();
            content.Write("/etc/passwd"u8);
        }

        Assert.Equal(new BadRow("sad/passwd.png", "a link is not followed"), Assert.Single(FaceData.Read(new() { Path = zip }).Bad.Rows));
    }

    [Fact]
    public void Read_EntryThatUnpacksToFarMore_SkipsIt()
    {
        var zip = _folder.Zip("bomb.zip", [("happy/a.png", new byte[3_000_000]), .. Pictures(30)]);

        var set = FaceData.Read(new() { Path = zip });

        Assert.Equal(new BadRow("happy/a.png", "unpacks to more than 100 times its size, which no picture does"), Assert.Single(set.Bad.Rows));
        Assert.Equal(30, set.Count);
    }

    [Fact]
    public void Read_EntryOverTheSizeOfAPicture_SkipsIt()
    {
        using var store = ZipPictures.Open(_folder.Zip("large.zip", [("happy/+.png", new byte[5000]), ("happy/1.png", new byte[3000])]), new PictureLimits { MaxFileBytes = 4000 });

        Assert.Null(store.TryRead(store.Files[0], out var problem));
        Assert.StartsWith("larger than", problem, StringComparison.Ordinal);
        Assert.NotNull(store.TryRead(store.Files[1], out problem));
    }

    [Fact]
    public void Read_ManyEntriesThatUnpackToFarMoreTogether_Stops()
    {
        // Each within what is free of the ratio, all together 300 times the archive.
        var zip = _folder.Zip("bomb.zip", [.. Enumerable.Range(0, 40).Select(i => ($"happy/{i}.png", new byte[500_000]))]);

        Assert.Contains("which no archive of pictures of its size does", Refused(zip), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_TooManyEntries_Stops()
    {
        var zip = _folder.Zip("many.zip", Pictures(5));

        Assert.Contains("holds 5 files, at most 4", Assert.Throws<PictureLimitException>(() => ZipPictures.Open(zip, new PictureLimits { MaxFiles = 4 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Encrypted_SaysWhatToDo()
    {
        // The first bit of an entry's flags, in its own header and in the directory (APPNOTE 4.4.4).
        var path = _folder.Zip("locked.zip", ("happy/1.png", DrawnPictures.Png(1)));
        var bytes = File.ReadAllBytes(path);
        bytes[6] |= 1;
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        bytes[directory + 8] |= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Contains("locked.zip is encrypted (happy/1.png). Unpack it", Refused(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Empty_SaysSo() => Assert.Contains("is an empty ZIP archive", Refused(_folder.Zip("empty.zip")), StringComparison.Ordinal);

    [Fact]
    public void Read_WithoutPictures_SaysWhatIsExpected() =>
        Assert.Contains("holds no pictures. Expected folders named after expressions", Refused(_folder.Zip("notes.zip", ("notes.txt", [1]))), StringComparison.Ordinal);

    [Fact]
    public void Read_CutOff_SaysSo()
    {
        var path = _folder.Zip("half.zip", Pictures(3));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..2000]);

        Assert.Contains("half.zip is a damaged ZIP archive", Refused(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneDamagedEntry_NamesAndSkipsIt()
    {
        var path = _folder.Zip("hurt.zip", Pictures(4));
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(60, 400).Fill(0x5A);
        File.WriteAllBytes(path, bytes);

        var set = FaceData.Read(new() { Path = path });

        Assert.Equal("happy/0.png", Assert.Single(set.Bad.Rows).Where);
        Assert.Equal(3, set.Count);
    }

    private string Refused(string path) => Assert.Throws<InvalidDataException>(() => FaceData.Read(new() { Path = path })).Message;

    private static (string, byte[])[] Pictures(int count) => [.. Enumerable.Range(0, count).Select(i => ($"happy/{i}.png", DrawnPictures.Png(i)))];
}
