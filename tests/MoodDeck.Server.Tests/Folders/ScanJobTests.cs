using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Library.Scan;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Folders;

/// <summary>A scan held still, so that a test can look at it while it runs.</summary>
public sealed class ScanJobTests : IAsyncLifetime
{
    private const string Folders = "/api/v1/library/folders", Scan = "/api/v1/library/scan";
    private readonly HeldScanner _scanner = new();
    private ChangedHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ChangedHost.StartAsync(s => s.Replace(ServiceDescriptor.Singleton<IFolderScanner>(_scanner)));
        (await _host.Client.PostAsJsonAsync(Folders, new { path = _host.Folder.At("page", "..") })).Dispose();
        await _scanner.Started.Task;
    }

    public ValueTask DisposeAsync()
    {
        _scanner.Go.TrySetResult();
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task Get_WhileItRuns_NamesTheFileWithoutItsPath()
    {
        var state = await _host.JsonAsync(Scan);
        Assert.Equal(("running", 3, 9, "song.mp3"), (state.GetProperty("state").GetString(), state.GetProperty("done").GetInt32(), state.GetProperty("total").GetInt32(), state.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task Post_WhileItRuns_IsRefused()
    {
        using var second = await _host.Client.PostAsJsonAsync(Folders, new { path = _host.Folder.At("data", "..") });
        await second.ProblemAsync(ProblemKind.ScanRunning);
        using var removed = await _host.Client.DeleteAsync($"{Folders}?path=/x");
        await removed.ProblemAsync(ProblemKind.ScanRunning);
    }

    [Fact]
    public async Task Delete_WhileItRuns_StopsItAndAnotherMayStart()
    {
        using var stopped = await _host.Client.DeleteAsync(Scan);
        Assert.Equal(HttpStatusCode.Accepted, stopped.StatusCode);
        while ((await _host.JsonAsync(Scan)).GetProperty("state").GetString() != "stopped") await Task.Delay(20, TestContext.Current.CancellationToken);
        using var next = await _host.Client.PostAsJsonAsync(Folders, new { path = _host.Folder.At("data", "..") });
        Assert.Equal(HttpStatusCode.Accepted, next.StatusCode);
    }

    private sealed class HeldScanner : IFolderScanner
    {
        public TaskCompletionSource Started { get; } = new();

        public TaskCompletionSource Go { get; } = new();

        public async Task<ScanReport> ScanAsync(string folder, IProgress<ScanProgress>? progress, CancellationToken cancellationToken)
        {
            progress?.Report(new(3, 9, Path.Combine(folder, "deep", "song.mp3")));
            Started.TrySetResult();
            await Go.Task.WaitAsync(cancellationToken);
            return new(folder, 9, 9, 0, 0, 0, 0, [], null);
        }
    }
}
