using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Audio.Encoding;
using MoodDeck.Server.Folders;

namespace MoodDeck.Server.Tests.Folders;

/// <summary>A server that keeps up with a folder by itself.</summary>
public sealed class FolderWatchTests : IAsyncLifetime
{
    private readonly WatchingHost _host = new();

    private string Music => _host.Folder.At("music");

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        Directory.CreateDirectory(Music);
        await SongAsync("one.mp3", "One");
        (await _host.Client.PostAsJsonAsync("/api/v1/library/folders", new { path = Music })).Dispose();
        await UntilAsync("One");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task NewMovedAndDeletedFiles_AreSeenWithoutAnybodyAsking()
    {
        Directory.CreateDirectory(Path.Combine(Music, "deep"));
        await SongAsync("deep/two.flac", "Two");
        await UntilAsync("One", "Two");
        File.Delete(Path.Combine(Music, "one.mp3"));
        await UntilAsync("Two");
        Directory.Move(Path.Combine(Music, "deep"), Path.Combine(Music, "elsewhere"));
        while (!(await _host.Get<MoodDeck.Library.Catalogue.ICatalogue>().SearchAsync(new() { Sources = [MoodDeck.Core.Music.TrackSource.Library] })).Tracks[0].Path!.Contains("elsewhere", StringComparison.Ordinal))
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task StoppedScan_IsNotStartedAgainUntilSomethingChanges()
    {
        var job = _host.Get<ScanJob>();
        while (job.State.State == ScanAnswer.Running) await Task.Delay(20, TestContext.Current.CancellationToken);
        using (await _host.Client.PostAsync("/api/v1/library/scan", null)) job.Stop();
        while (job.State.State == ScanAnswer.Running) await Task.Delay(20, TestContext.Current.CancellationToken);
        // It may have been through before it could be stopped; a round by itself comes only after half an hour.
        var end = job.EndOf(Music);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.Equal(end, job.EndOf(Music));
        await SongAsync("later.mp3", "Later");
        await UntilAsync("Later", "One");
    }

    [Fact]
    public async Task ScannedFiles_AreMeasuredWholeInTheBackground()
    {
        while ((await _host.JsonAsync("/api/v1/tracks?source=library")).GetProperty("tracks")[0].GetProperty("truePeakDb").ValueKind != System.Text.Json.JsonValueKind.Number)
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    private Task SongAsync(string name, string title) => Songs.MakeAsync(Path.Combine(Music, name), name.EndsWith("flac", StringComparison.Ordinal) ? AudioEncoding.Flac : AudioEncoding.Mp3, new() { Title = title }, null);

    private async Task UntilAsync(params string[] titles)
    {
        while (true)
        {
            var page = await _host.JsonAsync("/api/v1/tracks?source=library");
            if (page.GetProperty("tracks").EnumerateArray().Select(t => t.GetProperty("title").GetString()!).Order().SequenceEqual(titles)) return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private sealed class WatchingHost : DeckHost
    {
        protected override ServerOptions Options() => base.Options() with { KeepsUp = true };

        protected override void Configure(IServiceCollection services) =>
            services.Replace(ServiceDescriptor.Singleton(new WatchOptions { Quiet = TimeSpan.FromMilliseconds(300), Tick = TimeSpan.FromMilliseconds(100) }));
    }
}
