namespace MoodDeck.Library.Tests.Storage;

public sealed class DataFolderTests
{
    [Fact]
    public void Open_FolderThatIsNotThere_IsMade()
    {
        using var temp = new TempFolder();
        var folder = DataFolder.Open(temp.At("a", "b"));
        Assert.True(Directory.Exists(temp.At("a", "b")));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Open_PathOfAFile_SaysThatItCannotBeWritten()
    {
        using var temp = new TempFolder();
        var path = temp.Write("file", "x");
        var error = Assert.Throws<LibraryException>(() => DataFolder.Open(path));
        Assert.Contains(path, error.Message);
        Assert.Contains("--data DIR", error.Message);
    }

    [Fact]
    public void Open_DeviceWithoutRoom_SaysSo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc, a file system that takes no new files");
        var error = Assert.Throws<LibraryException>(() => DataFolder.Open("/proc/mooddeck"));
        Assert.Contains("cannot be written to", error.Message);
        Assert.DoesNotContain("\n", error.Message);
    }
}
