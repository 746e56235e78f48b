using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Audio.Encoding;
using MoodDeck.Demo;
using MoodDeck.Server.Demo;

namespace MoodDeck.Server.Tests.Demo;

public sealed class DemoTests : IAsyncLifetime
{
    private readonly FakeMaker _maker = new();
    private ChangedHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await ChangedHost.StartAsync(s => s.Replace(ServiceDescriptor.Singleton<IDemoMaker>(_maker)));

    public ValueTask DisposeAsync()
    {
        _maker.Go.TrySetResult();
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task Post_FreshFolder_MakesAndScansInTheBackground()
    {
        Assert.Equal("""{"state":"absent","done":0,"total":2,"detail":null}""", (await _host.JsonAsync("/api/v1/demo")).GetRawText());
        using var started = await _host.Client.PostAsync("/api/v1/demo", null);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        Assert.Equal("/api/v1/demo", started.Headers.Location?.ToString());
        Assert.Equal("running", (await started.OkJsonAsync()).GetProperty("state").GetString());

        _maker.Go.SetResult();
        Assert.Equal("""{"state":"ready","done":2,"total":2,"detail":null}""", (await EndAsync()).GetRawText());
        Assert.Equal(2, (await _host.JsonAsync("/api/v1/tracks?source=demo&playable=true")).GetProperty("total").GetInt32());
        Assert.Equal("ready", (await _host.JsonAsync("/api/v1/status")).GetProperty("demo").GetString());
        using var again = await _host.Client.PostAsync("/api/v1/demo", null);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(1, _maker.Runs);
    }

    [Fact]
    public async Task Post_ManyAtOnce_AreOneJob()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _host.Client.PostAsync("/api/v1/demo", null)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a.StatusCode));
        _maker.Go.SetResult();
        await EndAsync();
        Assert.Equal(1, _maker.Runs);
    }

    [Fact]
    public async Task Post_AfterAFailure_StartsAgain()
    {
        _maker.Go.SetException(new DemoLibraryException("The disk is full. Free some space."));
        (await _host.Client.PostAsync("/api/v1/demo", null)).Dispose();
        var failed = await EndAsync();
        Assert.Equal(("failed", "The disk is full. Free some space."), (failed.GetProperty("state").GetString(), failed.GetProperty("detail").GetString()));

        _maker.Go = new();
        _maker.Go.SetResult();
        using var again = await _host.Client.PostAsync("/api/v1/demo", null);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal("ready", (await EndAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Get_FilesGone_IsAbsentAgain()
    {
        _maker.Go.SetResult();
        (await _host.Client.PostAsync("/api/v1/demo", null)).Dispose();
        await EndAsync();
        Directory.Delete(Path.Combine(_host.DataFolder, "demo"), recursive: true);
        Assert.Equal("absent", (await _host.JsonAsync("/api/v1/demo")).GetProperty("state").GetString());
    }

    private async Task<JsonElement> EndAsync()
    {
        while (true)
        {
            var state = await _host.JsonAsync("/api/v1/demo");
            if (state.GetProperty("state").GetString() != "running") return state;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Makes two real, short, tagged files as soon as it may.</summary>
    private sealed class FakeMaker : IDemoMaker
    {
        private int _runs;

        public TaskCompletionSource Go { get; set; } = new();

        public int Runs => _runs;

        public int Total => 2;

        public async Task MakeAsync(string directory, Action<int, string?> progress, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _runs);
            progress(0, null);
            await Go.Task.WaitAsync(cancellationToken);
            Directory.CreateDirectory(directory);
            for (var i = 1; i <= Total; i++)
            {
                AudioTags tags = new() { Title = $"Piece {i}", Artist = DemoPiece.Artist, Language = DemoPiece.Language, Mood = new(.1 * i, 0, 0) };
                await Songs.MakeAsync(Path.Combine(directory, $"{i}.mp3"), AudioEncoding.Mp3, tags, null);
                progress(i, tags.Title);
            }
        }
    }
}
