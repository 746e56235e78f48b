namespace MoodDeck.Server.Tests.Security;

public sealed class LoopbackTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.5:5080")]
    [InlineData("http://music.example:5080")]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.1:5080")]
    public void Build_AddressBeyondThisMachine_IsRefusedWithTheReason(string urls)
    {
        var e = Assert.Throws<ServerAddressException>(() => DeckServer.Build(Options(urls)));
        Assert.Contains("can be reached from other machines", e.Message, StringComparison.Ordinal);
        Assert.Contains("Use --lan", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1:5080", "certificate")]
    [InlineData("nonsense", "not an address")]
    [InlineData("ftp://127.0.0.1", "not an address")]
    [InlineData("http://unix:/tmp/deck.sock", "not an address")]
    [InlineData("http://127.0.0.1:5080/deck", "path")]
    [InlineData(" ; ", "No address")]
    public void Build_AddressThatWillNotDo_IsRefusedWithTheReason(string urls, string reason)
    {
        var e = Assert.Throws<ServerAddressException>(() => DeckServer.Build(Options(urls)));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:0")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.9:5080;http://[::1]:5080")]
    public async Task Build_LoopbackAddresses_AreTaken(string urls)
    {
        await using var app = DeckServer.Build(Options(urls));
        Assert.NotNull(app);
    }

    private ServerOptions Options(string urls) => new() { Urls = urls, DataFolder = _folder.At("data") };
}
