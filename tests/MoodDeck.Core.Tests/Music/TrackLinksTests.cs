using MoodDeck.Core.Music;

namespace MoodDeck.Core.Tests.Music;

public sealed class TrackLinksTests
{
    [Fact]
    public void Links_OddCharacters_AreEscaped()
    {
        var track = new Track { Id = "1", Title = "What's Up? & More/Less", Artist = "4 Non Blondes", Source = TrackSource.Starter };
        Assert.Equal("https://open.spotify.com/search/4%20Non%20Blondes%20What%27s%20Up%3F%20%26%20More%2FLess", TrackLinks.Spotify(track));
        Assert.StartsWith("https://www.youtube.com/results?search_query=4%20Non", TrackLinks.YouTube(track));
    }

    [Fact]
    public void Links_WithoutArtist_SearchTheTitle() => Assert.EndsWith(
        "/Gymnop%C3%A9die", TrackLinks.Spotify(new Track { Id = "1", Title = "Gymnopédie", Source = TrackSource.Import }));
}
