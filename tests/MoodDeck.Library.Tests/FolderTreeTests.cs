namespace MoodDeck.Library.Tests;

public sealed class FolderTreeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/music", "/music", true)]
    [InlineData("/music/jazz", "/music/", true)]
    [InlineData("/music", "/", true)]
    [InlineData("/music-more/a.mp3", "/music", false)]
    [InlineData("/", "/music", false)]
    public void IsBelow_Names_AreComparedWhole(string path, string folder, bool expected) => Assert.Equal(expected, FolderTree.IsBelow(path, folder));

    [Fact]
    public void RealPath_LinksInTheMiddle_AreFollowed()
    {
        var top = FolderTree.RealPath(_folder.At());
        Directory.CreateDirectory(_folder.At("far", "deep"));
        Directory.CreateSymbolicLink(_folder.At("first"), "second");
        Directory.CreateSymbolicLink(_folder.At("second"), _folder.At("far", "deep"));
        Directory.CreateSymbolicLink(_folder.At("far", "deep", "up"), Path.Combine("..", "..", "far"));
        Assert.Equal(Path.Combine(top, "far", "deep", "not-there"), FolderTree.RealPath(_folder.At("first", "not-there")));
        Assert.Equal(Path.Combine(top, "far", "deep"), FolderTree.RealPath(_folder.At("first", "up", "deep")));
    }

    [Fact]
    public void RealPath_CircleOfLinks_ComesToAnEnd()
    {
        Directory.CreateSymbolicLink(_folder.At("a"), _folder.At("b"));
        Directory.CreateSymbolicLink(_folder.At("b"), _folder.At("a"));
        Assert.EndsWith("song.mp3", FolderTree.RealPath(_folder.At("a", "song.mp3")), StringComparison.Ordinal);
    }
}
