using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Audio.Transcoding;
using MoodDeck.Library.Scan;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Streaming;

public sealed class TranscodingTests(OddFormatsHost host) : IClassFixture<OddFormatsHost>
{
    [Theory]
    [InlineData("aiff")]
    [InlineData("alac")]
    [InlineData("wma")]
    public async Task Get_FormatBrowsersDoNotPlay_IsWavOfExactLength(string title)
    {
        var whole = await host.GetAsync(title);
        Assert.Equal("audio/wav", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal("bytes", whole.Headers.AcceptRanges.Single());
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        Assert.Equal("RIFF"u8, bytes.AsSpan(0, 4));
        Assert.Equal(whole.Content.Headers.ContentLength, bytes.Length);

        using var head = await host.GetAsync(title, r => r.Method = HttpMethod.Head);
        Assert.Equal((HttpStatusCode.OK, (long?)bytes.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.False(whole.Headers.ETag!.IsWeak);

        foreach (var (from, to) in ((long?, long?)[])[(0, 0), (10, 99), (1_000_001, 1_100_000), (bytes.Length - 7, null), (null, 5000)])
        {
            using var part = await host.GetAsync(title, r => r.Headers.Range = new RangeHeaderValue(from, to));
            Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
            var range = part.Content.Headers.ContentRange!;
            Assert.Equal(bytes.Length, range.Length);
            Assert.Equal(bytes[(int)range.From!..((int)range.To! + 1)], await part.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Get_AacBesideAlac_IsSentAsItIs()
    {
        using var response = await host.GetAsync("aac");
        Assert.Equal("audio/mp4", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(File.ReadAllBytes(host.PathOf("aac")), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_RangeBeyondTheEnd_IsABadRange()
    {
        using var response = await host.GetAsync("alac", r => r.Headers.Range = new RangeHeaderValue(1_000_000_000, null));
        await response.ProblemAsync(ProblemKind.BadRange);
    }

    [Fact]
    public async Task Get_IfNoneMatch_IsNotModified()
    {
        using var first = await host.GetAsync("aiff", r => r.Method = HttpMethod.Head);
        using var second = await host.GetAsync("aiff", r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Get_ManyAtOnce_AllGetTheirBytes()
    {
        using var first = await host.GetAsync("aiff");
        var whole = await first.Content.ReadAsByteArrayAsync();
        await Task.WhenAll(Enumerable.Range(0, 24).Select(async i =>
        {
            var from = i * 50_000;
            using var response = await host.GetAsync("aiff", r => r.Headers.Range = new RangeHeaderValue(from, from + 49_999));
            Assert.Equal(whole[from..(from + 50_000)], await response.Content.ReadAsByteArrayAsync());
        }));
    }

    [Fact]
    public async Task Get_ClientLeaves_NoChildIsLeft()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        var response = await host.GetAsync("long", completion: HttpCompletionOption.ResponseHeadersRead);
        while (!Ffmpegs(host.PathOf("long")).Any()) await Task.Delay(10);

        response.Dispose();

        while (Ffmpegs(host.PathOf("long")).Any()) await Task.Delay(10);
    }

    [Fact]
    public async Task Get_AllTranscodersBusy_SaysWhenToComeBack()
    {
        await using var busy = new OddFormatsHost { Transcoding = new() { MaxAtOnce = 1, Patience = TimeSpan.FromMilliseconds(10), IdleTime = TimeSpan.FromMinutes(5) } };
        await busy.InitializeAsync();
        using (await busy.GetAsync("long", completion: HttpCompletionOption.ResponseHeadersRead))
        {
            using var turnedAway = await busy.GetAsync("alac");
            await turnedAway.ProblemAsync(ProblemKind.Busy);
            Assert.NotNull(turnedAway.Headers.RetryAfter);
            using var playable = await busy.GetAsync("aac");
            Assert.Equal(HttpStatusCode.OK, playable.StatusCode);
        }

        using var later = await UntilAsync(() => busy.GetAsync("alac"), r => r.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Stop_WhileAClientDoesNotRead_LeavesNoProcess()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        await using var stopped = new OddFormatsHost { Transcoding = new() { IdleTime = TimeSpan.FromMinutes(5) } };
        await stopped.InitializeAsync();
        using var response = await stopped.GetAsync("long", completion: HttpCompletionOption.ResponseHeadersRead);
        while (!Ffmpegs(stopped.PathOf("long")).Any()) await Task.Delay(10);

        stopped.Get<Transcoder>().Dispose();

        while (Ffmpegs(stopped.PathOf("long")).Any()) await Task.Delay(10);
    }

    [Fact]
    public async Task Get_FileVanishes_HasNoAudioAndComesBackWithIt()
    {
        using (var before = await host.GetAsync("vanishing")) Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        File.Move(host.PathOf("vanishing"), host.PathOf("vanishing") + ".away");
        using (var gone = await host.GetAsync("vanishing")) await gone.ProblemAsync(ProblemKind.NoAudio);
        File.Move(host.PathOf("vanishing") + ".away", host.PathOf("vanishing"));
        using var back = await host.GetAsync("vanishing");
        Assert.Equal("audio/wav", back.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<HttpResponseMessage> UntilAsync(Func<Task<HttpResponseMessage>> ask, Func<HttpResponseMessage, bool> isSo)
    {
        while (true)
        {
            var response = await ask();
            if (isSo(response)) return response;
            response.Dispose();
            await Task.Delay(20);
        }
    }

    /// <summary>The processes that decode this file.</summary>
    private static IEnumerable<int> Ffmpegs(string path)
    {
        foreach (var process in Process.GetProcessesByName("ffmpeg"))
        {
            using (process)
            {
                string line;
                try
                {
                    line = File.ReadAllText($"/proc/{process.Id}/cmdline");
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    continue; // it ended meanwhile
                }

                if (line.Contains(path, StringComparison.Ordinal)) yield return process.Id;
            }
        }
    }
}

/// <summary>A server whose catalogue has files that browsers do not play, made by ffmpeg, and one that they do.</summary>
public sealed class OddFormatsHost : DeckHost
{
    private static readonly (string Title, string Name, int Seconds, string[] Options)[] s_files =
    [
        ("aiff", "a.aiff", 8, ["-write_id3v2", "1"]), ("alac", "alac.m4a", 8, ["-c:a", "alac"]), ("wma", "a.wma", 8, []), ("aac", "aac.m4a", 8, ["-c:a", "aac"]),
        ("vanishing", "v.aiff", 2, ["-write_id3v2", "1"]), ("long", "long.m4a", 150, ["-c:a", "alac"]),
    ];

    public TranscodingOptions Transcoding { get; init; } = new();

    public string PathOf(string title) => Folder.At("music", s_files.Single(f => f.Title == title).Name);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Directory.CreateDirectory(Folder.At("music"));
        foreach (var (title, _, seconds, how) in s_files)
        {
            string[] arguments =
            [
                "-nostdin", "-v", "error", "-f", "lavfi", "-i", $"anoisesrc=duration={seconds}:color=pink:amplitude=0.4:seed=1:sample_rate=44100", "-ac", "2",
                "-metadata", $"title={title}", .. how, PathOf(title),
            ];
            using var ffmpeg = Process.Start("ffmpeg", arguments);
            await ffmpeg.WaitForExitAsync();
            Assert.Equal(0, ffmpeg.ExitCode);
        }

        Assert.Empty((await Get<IFolderScanner>().ScanAsync(Folder.At("music"))).Problems);
    }

    protected override void Configure(IServiceCollection services) => services.AddSingleton(Transcoding);

    internal async Task<HttpResponseMessage> GetAsync(string title, Action<HttpRequestMessage>? change = null, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        var page = await JsonAsync("/api/v1/tracks?source=library&query=" + title);
        var id = page.GetProperty("tracks").EnumerateArray().Single(t => t.GetProperty("title").GetString() == title).GetProperty("id").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/tracks/{id}/stream");
        change?.Invoke(request);
        return await Client.SendAsync(request, completion);
    }
}
