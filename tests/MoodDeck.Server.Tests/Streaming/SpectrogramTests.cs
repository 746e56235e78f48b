using System.Buffers.Binary;
using MoodDeck.Audio;
using MoodDeck.Audio.Spectrograms;
using MoodDeck.Server.Problems;
using MoodDeck.Server.Streaming;

namespace MoodDeck.Server.Tests.Streaming;

public sealed class SpectrogramTests(MusicHost host) : IClassFixture<MusicHost>
{
    [Fact]
    public async Task Get_Track_IsAGreyPngThatIsNotDrawnTwice()
    {
        using var first = await GetAsync(MusicHost.Bright);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (first.StatusCode, first.Content.Headers.ContentType?.MediaType));
        var png = await first.Content.ReadAsByteArrayAsync();
        // IHDR: width, height, bits, and colour type 0, which is grey.
        Assert.Equal((720, 192, 8, 0), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), png[24], png[25]));

        using var again = await GetAsync(MusicHost.Bright);
        Assert.Equal(png, await again.Content.ReadAsByteArrayAsync());
        using var known = await GetAsync(MusicHost.Bright, r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (known.StatusCode, known.Headers.ETag));
        using var other = await GetAsync(MusicHost.Plain);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task Get_TrackWithoutFile_HasNoAudio()
    {
        var id = (await host.JsonAsync("/api/v1/tracks?source=starter&limit=1")).GetProperty("tracks")[0].GetProperty("id").GetString();
        using var silent = await host.Client.GetAsync($"/api/v1/tracks/{id}/spectrogram");
        await silent.ProblemAsync(ProblemKind.NoAudio);
        using var unknown = await host.Client.GetAsync("/api/v1/tracks/no-such-id/spectrogram");
        await unknown.ProblemAsync(ProblemKind.UnknownTrack);
    }

    [Fact]
    public async Task FindAsync_NoTurnInTime_IsNullUnlessItIsKept()
    {
        using SpectrogramShelf full = new(new SpectrogramReader(), new() { MaxAtOnce = 1, Patience = TimeSpan.Zero });
        var path = Path.Combine(host.MusicFolder, "bright.mp3");

        var both = await Task.WhenAll(full.FindAsync(path, "1", CancellationToken.None), full.FindAsync(path, "1", CancellationToken.None));

        Assert.Contains(null, both);
        Assert.Contains(both, b => b is { IsOk: true });
        Assert.NotNull(await full.FindAsync(path, "1", CancellationToken.None));
    }

    [Fact]
    public async Task FindAsync_NoFfmpeg_SaysSo()
    {
        using SpectrogramShelf shelf = new(new SpectrogramReader(new() { FfmpegPath = "no-such-program" }), new());
        var result = await shelf.FindAsync(Path.Combine(host.MusicFolder, "bright.mp3"), "1", CancellationToken.None);
        Assert.Equal(AudioProblem.ToolMissing, result?.Failure?.Problem);
    }

    private async Task<HttpResponseMessage> GetAsync(string title, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/tracks/{await host.IdOfAsync(title)}/spectrogram");
        change?.Invoke(request);
        return await host.Client.SendAsync(request);
    }
}
