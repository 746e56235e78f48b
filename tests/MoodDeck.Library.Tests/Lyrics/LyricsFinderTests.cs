using System.Text;
using MoodDeck.Library.Lyrics;

namespace MoodDeck.Library.Tests.Lyrics;

public sealed class LyricsFinderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Song => _folder.At("a.b song.mp3");

    [Theory]
    [InlineData("a.b song.lrc")]
    [InlineData("a.b song.LRC")]
    public void Find_FileBeside_CountsBeforeTheTags(string name)
    {
        _folder.Write(name, "[00:01.00]beside");

        Assert.Equal("[00:01.00]beside", LyricsFinder.Find(Song, "from tags"));
    }

    [Fact]
    public void Find_NothingBeside_IsWhatTheTagsHold()
    {
        _folder.Write("another.lrc", "[00:01.00]another");

        Assert.Equal("from tags", LyricsFinder.Find(Song, "from tags"));
        Assert.Null(LyricsFinder.Find(Song, "  \n"));
        Assert.Null(LyricsFinder.Find(Song, null));
        Assert.Null(LyricsFinder.Find(_folder.At("no", "such", "folder.mp3"), null));
    }

    [Fact]
    public void Find_AnyEncoding_IsRead()
    {
        const string words = "[00:01.00]Añoranza über Ça";
        byte[][] written = [Encoding.UTF8.GetBytes(words), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(words)], Encoding.Latin1.GetBytes(words), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(words)]];
        foreach (var bytes in written)
        {
            File.WriteAllBytes(_folder.At("a.b song.lrc"), bytes);
            Assert.Equal(words, LyricsFinder.Find(Song, null));
        }
    }

    [Fact]
    public void Find_LongerThanAnySong_IsNoLyrics()
    {
        var endless = new string('a', LyricsParser.MaxChars + 1);
        _folder.Write("a.b song.lrc", endless);

        Assert.Null(LyricsFinder.Find(Song, endless));
        Assert.Equal("tags", LyricsFinder.Find(Song, "tags"));
    }

    [Fact]
    public void Find_FileWithoutWords_FallsBackToTheTags()
    {
        _folder.Write("a.b song.lrc", "[ti:Nothing]\n");

        Assert.Equal("tags", LyricsFinder.Find(Song, "tags"));
    }
}
