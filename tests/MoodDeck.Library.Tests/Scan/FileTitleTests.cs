using MoodDeck.Library.Scan;

namespace MoodDeck.Library.Tests.Scan;

public sealed class FileTitleTests
{
    [Theory]
    [InlineData("/m/01 - Song.mp3", "Song")]
    [InlineData("/m/01. Song.mp3", "Song")]
    [InlineData("/m/99 Luftballons.mp3", "99 Luftballons")]
    [InlineData("/m/Some_song_name.flac", "Some song name")]
    [InlineData("/m/1999.mp3", "1999")]
    [InlineData("/m/.mp3", ".mp3")]
    public void Of_Names_AreTitles(string path, string title) => Assert.Equal(title, FileTitle.Of(path));
}
