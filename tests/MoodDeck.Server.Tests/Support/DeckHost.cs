using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MoodDeck.Vision;

namespace MoodDeck.Server.Tests.Support;

/// <summary>A real server on a free port with a data folder of its own; everything goes with it.</summary>
public class DeckHost : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private WebApplication? _app;

    /// <summary>Its address, such as <c>http://127.0.0.1:41234</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public HttpClient Client { get; } = new();

    internal FakeEyes Eyes { get; } = new();

    public TempFolder Folder => _folder;

    internal string DataFolder => _folder.At("data");

    public T Get<T>() where T : notnull => _app!.Services.GetRequiredService<T>();

    public virtual async ValueTask InitializeAsync()
    {
        StarterData.CopyTo(DataFolder);
        _app = DeckServer.Build(Options(), services =>
        {
            services.AddLogging(l => l.ClearProviders());
            services.Replace(ServiceDescriptor.Singleton(_ => new VisionModels(Eyes, Eyes)));
            Configure(services);
        });
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single(u => u.StartsWith("http:", StringComparison.Ordinal)));
        Client.BaseAddress = Address;
    }

    public Task StopAsync() => _app!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Eyes.Open.Set();
        Client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    protected virtual ServerOptions Options() => new() { Urls = "http://127.0.0.1:0", DataFolder = DataFolder, PageFolder = _folder.At("page"), KeepsUp = false };

    protected virtual void Configure(IServiceCollection services) { }

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        return await response.OkJsonAsync();
    }
}

/// <summary>A server whose services a test changes.</summary>
internal sealed class ChangedHost(Action<IServiceCollection> change) : DeckHost
{
    public static async Task<ChangedHost> StartAsync(Action<IServiceCollection> change)
    {
        var host = new ChangedHost(change);
        await host.InitializeAsync();
        return host;
    }

    protected override void Configure(IServiceCollection services) => change(services);
}
