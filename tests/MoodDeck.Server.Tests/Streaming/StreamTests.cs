using System.Net.Http.Headers;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Streaming;

public sealed class StreamTests(MusicHost host) : IClassFixture<MusicHost>
{
    private byte[] File => System.IO.File.ReadAllBytes(Path.Combine(host.MusicFolder, "bright.mp3"));

    [Fact]
    public async Task Get_WholeFile_IsTheFileWithItsType()
    {
        using var response = await SendAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("audio/mpeg", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
        Assert.Equal(File, await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(100L, 199L, 100, 100)]
    [InlineData(1000L, null, 1000, -1000)]
    [InlineData(null, 50L, -50, 50)]
    public async Task Get_Range_IsThatPart(long? from, long? to, int start, int length)
    {
        using var response = await SendAsync(r => r.Headers.Range = new RangeHeaderValue(from, to));
        var whole = File;
        var expected = start < 0 ? whole[^length..] : length < 0 ? whole[start..] : whole[start..(start + length)];
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(whole.Length, response.Content.Headers.ContentRange?.Length);
        Assert.Equal(expected, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_RangeBeyondTheEnd_IsABadRange()
    {
        using var response = await SendAsync(r => r.Headers.Range = new RangeHeaderValue(100_000_000, null));
        await response.ProblemAsync(ProblemKind.BadRange);
        Assert.Equal(File.Length, response.Content.Headers.ContentRange?.Length);
    }

    [Fact]
    public async Task Get_IfRange_SplicesOnlyTheSameFile()
    {
        using var first = await SendAsync();
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        foreach (var (condition, status) in new[] { (tag, HttpStatusCode.PartialContent), (new EntityTagHeaderValue("\"other\""), HttpStatusCode.OK) })
        {
            using var response = await SendAsync(r =>
            {
                r.Headers.Range = new RangeHeaderValue(0, 9);
                r.Headers.IfRange = new RangeConditionHeaderValue(condition);
            });
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task Get_IfNoneMatch_IsNotModified()
    {
        using var first = await SendAsync();
        using var second = await SendAsync(r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Head_HasTheLengthAndNoBody()
    {
        using var response = await SendAsync(r => r.Method = HttpMethod.Head);
        Assert.Equal(File.Length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("no-such-id")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("%2Fetc%2Fpasswd")]
    public async Task Get_IdTheCatalogueDoesNotHave_IsUnknown(string id)
    {
        using var response = await host.Client.GetAsync($"/api/v1/tracks/{id}/stream");
        await response.ProblemAsync(ProblemKind.UnknownTrack);
    }

    [Fact]
    public async Task Get_TrackOfTheStarterCatalogue_HasNoAudio()
    {
        var id = (await host.JsonAsync("/api/v1/tracks?source=starter&limit=1")).GetProperty("tracks")[0].GetProperty("id").GetString();
        using var response = await host.Client.GetAsync($"/api/v1/tracks/{id}/stream");
        await response.ProblemAsync(ProblemKind.NoAudio);
        using var artwork = await host.Client.GetAsync($"/api/v1/tracks/{id}/artwork");
        await artwork.ProblemAsync(ProblemKind.NoArtwork);
    }

    [Fact]
    public async Task Get_VanishedFile_HasNoAudio()
    {
        var id = await host.IdOfAsync(MusicHost.Plain);
        var path = Path.Combine(host.MusicFolder, "plain.flac");
        System.IO.File.Move(path, path + ".away");
        try
        {
            using var response = await host.Client.GetAsync($"/api/v1/tracks/{id}/stream");
            Assert.Contains(MusicHost.Plain, await response.ProblemAsync(ProblemKind.NoAudio), StringComparison.Ordinal);
        }
        finally
        {
            System.IO.File.Move(path + ".away", path);
        }
    }

    [Fact]
    public async Task GetArtwork_Cover_HasTypeAndTag()
    {
        var address = $"/api/v1/tracks/{await host.IdOfAsync(MusicHost.Bright)}/artwork";
        using var first = await host.Client.GetAsync(address);
        Assert.Equal("image/jpeg", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0xFF, 0xD8], (await first.Content.ReadAsByteArrayAsync())[..2]);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/tracks/{await host.IdOfAsync(MusicHost.Bright)}/stream");
        change?.Invoke(request);
        return await host.Client.SendAsync(request);
    }
}
