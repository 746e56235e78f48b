using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Tests.Catalogue;

public sealed class TileTests
{
    private static readonly Track[] Tracks =
    [
        Of("/m/Hits 1/01.mp3", "One", "Ana", "Summer Hits", 2001), Of("/m/Hits 1/02.mp3", "Two", "Ben", "Summer Hits", 2002),
        Of("/m/Ana/CD1/01.mp3", "Three", "Ana", "Déjà Vu", 2010), Of("/m/Ana/CD2/01.mp3", "Four", "ANA", "déjà vu", 2009, "cover"), Of("/m/Ana/CD2/02.mp3", "Five", "Ana", "Déjà Vu", null),
        Of("/m/x/01.mp3", "Six", "The Testers", "Greatest", 1999), Of("/m/y/01.mp3", "Seven", "Others", "Greatest", 1998),
        Of("/m/z/01.mp3", "Eight", null, null, null),
    ];

    [Fact]
    public async Task AlbumsAsync_CompilationsAndDiscs_AreOneTileEach()
    {
        using var library = await LibraryAsync();
        var page = await library.Get<ITiles>().AlbumsAsync(null, 50, 0);
        var played = page.Items.TakeWhile(a => a.Playable > 0).ToList();
        Assert.Equal([("Déjà Vu", "Ana", 2009, 3), ("Greatest", "Others", 1998, 1), ("Greatest", "The Testers", 1999, 1), ("Summer Hits", null, 2001, 2)],
            played.Select(a => (a.Title, a.Artist, a.Year ?? 0, a.Tracks)));
        Assert.Equal(IdOf("/m/Ana/CD2/01.mp3"), played[0].ArtworkTrackId);
        Assert.Equal([IdOf("/m/Ana/CD1/01.mp3"), IdOf("/m/Ana/CD2/01.mp3"), IdOf("/m/Ana/CD2/02.mp3")], played[0].TrackIds);
        Assert.True(page.Total > 100); // the starter catalogue's follow
    }

    [Fact]
    public async Task AlbumsAsync_NumberedTracks_ComeInTheirOrder()
    {
        using var library = await LibraryAsync([
            Of("/m/a/Intro.mp3", "Intro", "Ana", "Uno", null) with { TrackNumber = 3 }, Of("/m/a/Zeta.mp3", "Zeta", "Ana", "Uno", null) with { TrackNumber = 1 },
            Of("/m/a/Alpha.mp3", "Alpha", "Ana", "Uno", null) with { DiscNumber = 2, TrackNumber = 1 }, Of("/m/a/Mid.mp3", "Mid", "Ana", "Uno", null) with { TrackNumber = 2 },
        ]);
        var album = (await library.Get<ITiles>().AlbumsAsync("uno", 5, 0)).Items[0];
        Assert.Equal(new[] { "Zeta", "Mid", "Intro", "Alpha" }.Select(t => IdOf($"/m/a/{t}.mp3")), album.TrackIds);
    }

    [Theory]
    [InlineData("deja", 1)]
    [InlineData("ANA vu", 1)]
    [InlineData("greatest the testers", 1)]
    [InlineData("no such album", 0)]
    public async Task AlbumsAsync_Query_FindsTitleAndArtist(string query, int playable)
    {
        using var library = await LibraryAsync();
        Assert.Equal(playable, (await library.Get<ITiles>().AlbumsAsync(query, 500, 0)).Items.Count(a => a.Playable > 0));
    }

    [Fact]
    public async Task ArtistsAsync_Spellings_AreOneArtist()
    {
        using var library = await LibraryAsync();
        var page = await library.Get<ITiles>().ArtistsAsync("ana", 500, 0);
        var ana = Assert.Single(page.Items, a => a.Playable > 0);
        Assert.Equal(("Ana", 2, 4, 4), (ana.Name, ana.Albums, ana.Tracks, ana.Playable));
        Assert.Equal("The Testers", (await library.Get<ITiles>().ArtistsAsync("the testers", 500, 0)).Items[0].Name);
    }

    [Fact]
    public async Task ArtistsAsync_Pages_JoinToTheWholeAndFollowChanges()
    {
        using var library = await LibraryAsync();
        var tiles = library.Get<ITiles>();
        var (whole, rest) = (await tiles.ArtistsAsync(null, 20, 0), await tiles.ArtistsAsync(null, 10, 10));
        Assert.Equal(whole.Items.Skip(10).Select(a => a.Name), rest.Items.Select(a => a.Name));
        await library.ImportAsync("t.csv", "title,artist\nNew,Newcomer\n");
        Assert.Equal(whole.Total + 1, (await tiles.ArtistsAsync(null, 20, 0)).Total);
    }

    private static async Task<TestLibrary> LibraryAsync(Track[]? tracks = null)
    {
        var library = new TestLibrary();
        await library.Database.WriteAsync(
            (connection, transaction) =>
            {
                Artwork.SqlArtwork.Add(connection, transaction, new("cover", "image/png", [1]));
                using var writer = new TrackWriter(connection, transaction, TimeProvider.System);
                foreach (var track in tracks ?? Tracks) writer.Write(track, track.Path!);
                writer.Complete();
                return true;
            },
            CancellationToken.None);
        return library;
    }

    private static string IdOf(string path) => TrackId.Of(TrackSource.Library, path);

    private static Track Of(string path, string title, string? artist, string? album, int? year, string? artwork = null) =>
        new() { Id = IdOf(path), Source = TrackSource.Library, Title = title, Artist = artist, Album = album, Year = year, Path = path, ArtworkId = artwork };
}
