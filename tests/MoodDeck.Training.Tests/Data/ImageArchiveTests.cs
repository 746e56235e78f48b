using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

public sealed class ImageArchiveTests : IDisposable
{
    private static readonly HashSet<string> Wanted = ["train/a.jpg", "val/b.jpg"];
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void Read_Zip_GivesOnlyWhatWasAskedFor(CompressionLevel level)
    {
        var files = ImageArchive.Read(Zip(level, ("train/a.jpg", "A"), ("train/other.jpg", "O"), ("val/b.jpg", "B")), Wanted);

        Assert.Equal(["train/a.jpg=A", "val/b.jpg=B"], Show(files));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_Tar_GivesOnlyWhatWasAskedFor(bool packed)
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, leaveOpen: true))
        {
            Add(tar, "./train/a.jpg", "A");
            Add(tar, "train/other.jpg", "O");
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "val/b.jpg") { LinkName = "/etc/hostname" });
        }

        var path = _folder.Write("faces.tar", packed ? Packed(stream.ToArray()) : stream.ToArray());

        Assert.Equal(["train/a.jpg=A"], Show(ImageArchive.Read(path, Wanted)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void Read_Folder_GivesWhatIsThere(string ending)
    {
        Directory.CreateDirectory(_folder.File("train"));
        _folder.Write("train/a.jpg", "A");

        Assert.Equal(["train/a.jpg=A"], Show(ImageArchive.Read(_folder.Root + ending, Wanted)));
    }

    [Theory]
    [InlineData("../secret.jpg")]
    [InlineData("train/../../secret.jpg")]
    [InlineData("/etc/hostname")]
    public void Read_FolderWithEscapingName_Refuses(string name)
    {
        var e = Assert.Throws<InvalidDataException>(() => ImageArchive.Read(_folder.Root, new HashSet<string> { name }));

        Assert.Contains("points outside", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ZipWithEscapingName_GivesBytesAndWritesNothing()
    {
        var inside = Directory.CreateDirectory(_folder.File("inside")).FullName;
        var path = Zip(CompressionLevel.Optimal, ("../escaped.jpg", "E"));

        ImageArchive.Read(path, new HashSet<string> { "../escaped.jpg" });

        Assert.Empty(Directory.GetFiles(inside));
        Assert.Equal([path], Directory.GetFiles(_folder.Root));
    }

    [Theory]
    [InlineData("PK and then nothing of a ZIP")]
    [InlineData("this is some text that is no archive at all")]
    public void Read_NoArchive_SaysSo(string text)
    {
        var path = _folder.Write("faces.zip", text);

        Assert.Contains("faces.zip is no ZIP or TAR archive", Assert.Throws<InvalidDataException>(() => ImageArchive.Read(path, Wanted)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutOffZip_SaysSo()
    {
        var path = Zip(CompressionLevel.NoCompression, ("train/a.jpg", new string('A', 5000)));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..2500]);

        Assert.Throws<InvalidDataException>(() => ImageArchive.Read(path, Wanted));
    }

    private static IEnumerable<string> Show(Dictionary<string, byte[]> files) =>
        files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={Encoding.UTF8.GetString(f.Value)}");

    private static void Add(TarWriter tar, string name, string text) =>
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private string Zip(CompressionLevel level, params (string Name, string Text)[] entries)
    {
        using var stream = File.Create(_folder.File("faces.zip"));
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name, level).Open());
            writer.Write(text);
        }

        return _folder.File("faces.zip");
    }
}
