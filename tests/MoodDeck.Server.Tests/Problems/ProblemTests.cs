using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Library.Listeners;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Problems;

public sealed class ProblemTests(DeckHost host) : IClassFixture<DeckHost>
{
    [Theory]
    [InlineData("/api/v1/no-such-thing")]
    [InlineData("/api/v2/moods")]
    [InlineData("/api")]
    public async Task Get_UnknownApiPath_IsNotFound(string path)
    {
        using var response = await host.Client.GetAsync(path);
        Assert.Contains(path, await response.ProblemAsync(ProblemKind.NotFound), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_UnknownApiPath_IsNotFound()
    {
        using var response = await host.Client.PostAsync("/api/v1/no-such-thing", null);
        await response.ProblemAsync(ProblemKind.NotFound);
    }

    [Fact]
    public async Task Delete_AddressThatOnlyReads_NamesWhatItTakes()
    {
        using var response = await host.Client.DeleteAsync("/api/v1/moods");
        Assert.Contains("GET", await response.ProblemAsync(ProblemKind.MethodNotAllowed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/recommendations", "{\"mood\":")]
    [InlineData("/api/v1/recommendations", "[]")]
    [InlineData("/api/v1/recommendations", "{\"limit\":\"many\"}")]
    [InlineData("/api/v1/recommendations", "{\"limit\":1,\"limit\":2}")]
    [InlineData("/api/v1/listeners/default/plays", "nonsense")]
    public async Task Post_BrokenJson_IsABadJsonProblem(string path, string json)
    {
        using var response = await host.Client.PostAsync(path, Answers.Json(json));
        Assert.DoesNotContain("MoodDeck.", await response.ProblemAsync(ProblemKind.BadJson), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/recommendations")]
    [InlineData("/api/v1/analyze")]
    [InlineData("/api/v1/listeners/default/plays")]
    public async Task Post_WrongContentType_SaysWhichIsRead(string path)
    {
        using var response = await host.Client.PostAsync(path, Answers.Body("<a/>"u8.ToArray(), "text/xml"));
        Assert.Contains("Content-Type", await response.ProblemAsync(ProblemKind.WrongContentType), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_BodyBeyondTheLimit_IsTooLarge()
    {
        using var response = await host.Client.PutAsync("/api/v1/listeners/default", Answers.Json("{\"name\":\"" + new string('x', Limits.JsonBytes) + "\"}"));
        await response.ProblemAsync(ProblemKind.TooLarge);
    }

    [Fact]
    public async Task Get_QueryThatIsNoNumber_NamesIt()
    {
        using var response = await host.Client.GetAsync("/api/v1/tracks?limit=many");
        Assert.Equal("'limit' cannot be 'many'.", await response.ProblemAsync(ProblemKind.BadOption));
    }

    [Fact]
    public async Task Get_UnhandledException_TellsNothingOfIt()
    {
        await using var broken = await ChangedHost.StartAsync(s => s.Replace(ServiceDescriptor.Singleton<IListenerStore, BrokenStore>()));
        using var response = await broken.Client.GetAsync("/api/v1/listeners");
        Assert.DoesNotContain("secret", await response.ProblemAsync(ProblemKind.Internal), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private sealed class BrokenStore : IListenerStore
    {
        public Task<IReadOnlyList<Listener>> ListAsync(CancellationToken cancellationToken = default) => throw new InvalidOperationException("secret");

        public Task<Listener?> FindAsync(string id, CancellationToken cancellationToken = default) => throw new InvalidOperationException("secret");

        public Task<Listener?> ChangeAsync(string id, string? name, bool? keepHistory, CancellationToken cancellationToken = default) => throw new InvalidOperationException("secret");

        public Task<Listener?> AddAsync(string name, CancellationToken cancellationToken = default) => throw new InvalidOperationException("secret");

        public Task<ListenerRemoval> RemoveAsync(string id, CancellationToken cancellationToken = default) => throw new InvalidOperationException("secret");
    }
}
