using System.Diagnostics;

namespace MoodDeck.Cli.Tests.Commands;

public sealed class DevicesTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task List_WithoutDevices_SaysSo()
    {
        Assert.Equal("0 devices", (await _cli.RunAsync("devices", "list")).Out.Trim());
        Assert.Empty((await _cli.RunAsync("devices", "list", "--json")).Document.GetProperty("devices").EnumerateArray());
    }

    [Fact]
    public async Task Remove_ByIdOrName_RemovesTheOneMeant()
    {
        Store("""[{"id":"aa","name":"Phone","keyHash":"00"},{"id":"bb","name":"Phone","keyHash":"01"},{"id":"cc","name":"Kitchen","keyHash":"02"}]""");

        var ambiguous = await _cli.RunAsync("devices", "remove", "kitchen", "phone");
        ambiguous.AssertOneLineError(1);
        Assert.Contains("aa, bb", ambiguous.Error, StringComparison.Ordinal);
        (await _cli.RunAsync("devices", "remove", "nobody")).AssertOneLineError(1);
        Assert.Equal(["aa", "bb", "cc"], await IdsAsync());

        var removed = await _cli.RunAsync("devices", "remove", "kitchen", "aa");
        Assert.Equal(0, removed.ExitCode);
        Assert.Equal(["bb"], await IdsAsync());
    }

    [Fact]
    public async Task List_Damaged_SaysWhatToDo()
    {
        Store("[{");
        var result = await _cli.RunAsync("devices", "list");
        result.AssertOneLineError(1);
        Assert.Contains("pair every device anew", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_RunningServer_ShowsACodeAndTheServerKeepsItOutOfItsOutput()
    {
        using var server = Process.Start(_cli.StartInfo("serve", "--lan", "--lan-port", "0", "--urls", "http://127.0.0.1:0"))!;
        try
        {
            var line = await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var address = line!.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal));
            var told = "";
            for (var i = 0; i < 4; i++) told += await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) + "\n";
            Assert.Contains("fingerprint", told, StringComparison.Ordinal);
            Assert.DoesNotContain("/pair#", told, StringComparison.Ordinal);

            var invited = await _cli.RunAsync("devices", "invite", "--url", address, "--json");

            // A machine without any network has nobody to invite and says so.
            if (told.Contains("on no network", StringComparison.Ordinal))
            {
                invited.AssertOneLineError(1);
                return;
            }

            Assert.Contains("/pair#", invited.Document.GetProperty("url").GetString(), StringComparison.Ordinal);
            var side = invited.Document.GetProperty("qr").GetProperty("size").GetInt32() + 8;
            var drawn = (await _cli.RunAsync("devices", "invite", "--url", address)).Out.Split('\n').Where(l => l.StartsWith('█')).ToList();
            Assert.Equal((side + 1) / 2, drawn.Count);
            Assert.All(drawn, l => Assert.Equal(side, l.TrimEnd('\r').Length));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", 1)]
    [InlineData("http://192.0.2.1:5080", 2)]
    [InlineData("nonsense", 2)]
    public async Task Invite_WhereNobodyAnswers_IsOneLine(string url, int exitCode) =>
        (await _cli.RunAsync("devices", "invite", "--url", url)).AssertOneLineError(exitCode);

    [Fact]
    public async Task Serve_LanPortWithoutLan_IsWrongUsage() => (await _cli.RunAsync("serve", "--lan-port", "5443")).AssertOneLineError(2);

    private void Store(string devices)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_cli.Folder.Path, "data", "lan"));
        File.WriteAllText(Path.Combine(folder.FullName, "devices.json"), $$"""{"version":1,"devices":{{devices}}}""");
    }

    private async Task<string[]> IdsAsync() =>
        [.. (await _cli.RunAsync("devices", "list", "--json")).Document.GetProperty("devices").EnumerateArray().Select(d => d.GetProperty("id").GetString()!)];
}
