using System.Net.WebSockets;
using MoodDeck.Library;
using MoodDeck.Server.Pairing.Devices;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Pairing;

public sealed class DeviceTests(LanHost host) : IClassFixture<LanHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task List_PairedDevice_NamesItWithoutItsKey()
    {
        using var phone = await host.PairedAsync("Kitchen");
        var device = (await host.JsonAsync("/api/v1/lan/devices")).EnumerateArray().Single(d => d.GetProperty("id").GetString() == phone.Id);
        Assert.Equal(["id", "name", "pairedAt", "lastSeenAt"], device.Names());
        Assert.Equal("Kitchen", device.GetProperty("name").GetString());
    }

    [Fact]
    public async Task List_DeviceThatAskedLater_WasSeenThen()
    {
        await using var own = await LanHost.StartAsync();
        using var phone = await own.PairedAsync();
        own.Clock.Ahead = TimeSpan.FromHours(1);
        await phone.Client.GetStringAsync("/");
        var device = (await own.JsonAsync("/api/v1/lan/devices")).EnumerateArray().Single();
        Assert.True(device.GetProperty("lastSeenAt").GetDateTimeOffset() - device.GetProperty("pairedAt").GetDateTimeOffset() >= TimeSpan.FromMinutes(59));
        await own.StopAsync();
        Assert.True(DeviceStore.Open(DataFolder.Open(own.DataFolder), TimeProvider.System).List().Single() is { } stored && stored.LastSeenAt - stored.PairedAt >= TimeSpan.FromMinutes(59));
    }

    [Fact]
    public async Task Rename_Device_IsCalledSo()
    {
        using var phone = await host.PairedAsync("Phone");
        using var answer = await host.Client.PutAsJsonAsync("/api/v1/lan/devices/" + phone.Id, new { name = "Grandma's" });
        Assert.Equal("Grandma's", (await answer.OkJsonAsync()).GetProperty("name").GetString());
        using var state = await phone.Client.GetAsync("/api/v1/lan");
        Assert.Equal("Grandma's", (await state.OkJsonAsync()).GetProperty("device").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\nb")]
    public async Task Rename_ToWhatWillNotDo_IsRefused(string name)
    {
        using var phone = await host.PairedAsync();
        using var answer = await host.Client.PutAsJsonAsync("/api/v1/lan/devices/" + phone.Id, new { name });
        await answer.ProblemAsync(ProblemKind.BadOption);
    }

    [Fact]
    public async Task Change_UnknownDevice_IsNotFound()
    {
        using var renamed = await host.Client.PutAsJsonAsync("/api/v1/lan/devices/nobody", new { name = "x" });
        await renamed.ProblemAsync(ProblemKind.UnknownDevice);
        using var removed = await host.Client.DeleteAsync("/api/v1/lan/devices/nobody");
        await removed.ProblemAsync(ProblemKind.UnknownDevice);
    }

    [Fact]
    public async Task Manage_FromADevice_IsRefused()
    {
        using var phone = await host.PairedAsync();
        using var invited = await phone.Client.PostAsync("/api/v1/lan/invitation", null);
        await invited.ProblemAsync(ProblemKind.NotHere);
        using var listed = await phone.Client.GetAsync("/api/v1/lan/devices");
        await listed.ProblemAsync(ProblemKind.NotHere);
        using var removed = await phone.Client.DeleteAsync("/api/v1/lan/devices/" + phone.Id);
        await removed.ProblemAsync(ProblemKind.NotHere);
        using var state = await phone.Client.GetAsync("/api/v1/lan");
        Assert.False((await state.OkJsonAsync()).GetProperty("mayManage").GetBoolean());
    }

    [Fact]
    public async Task Remove_Device_EndsItsSocketAndRefusesWhatFollows()
    {
        using var phone = await host.PairedAsync();
        using var other = await host.PairedAsync();
        using var socket = await phone.LiveAsync();
        using var kept = await other.LiveAsync();

        await host.RemoveAsync(phone.Id);

        await EndsAsync(socket);
        using var answer = await phone.Client.GetAsync("/api/v1/status");
        await answer.ProblemAsync(ProblemKind.NotPaired);
        Assert.Equal("problem", await SayAsync(kept));
    }

    [Fact]
    public async Task Remove_ByAnotherProcess_EndsItsSocketToo()
    {
        using var phone = await host.PairedAsync();
        using var socket = await phone.LiveAsync();

        // What `mooddeck devices remove` does.
        Assert.NotNull(DeviceStore.Open(DataFolder.Open(host.DataFolder), TimeProvider.System).Remove(phone.Id));

        await EndsAsync(socket);
        using var answer = await phone.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task ListDamagedWhileRunning_LetsNobodyIn()
    {
        await using var own = await LanHost.StartAsync();
        using var phone = await own.PairedAsync();
        using var socket = await phone.LiveAsync();
        await File.WriteAllTextAsync(Path.Combine(own.DataFolder, "lan", "devices.json"), "{\"version\":1,\"dev");
        await EndsAsync(socket);
        using var answer = await phone.Client.GetAsync("/api/v1/status");
        await answer.ProblemAsync(ProblemKind.Internal);
        using var here = await own.Client.GetAsync("/api/v1/status");
        await here.OkJsonAsync();
    }

    private static async Task EndsAsync(WebSocket socket)
    {
        using CancellationTokenSource patience = new(Patience);
        var e = await Record.ExceptionAsync(async () =>
        {
            while ((await socket.ReceiveAsync(new byte[4096], patience.Token)).MessageType != WebSocketMessageType.Close) { }
        });
        Assert.False(patience.IsCancellationRequested, "The socket stayed open.");
        Assert.True(e is null or WebSocketException, $"{e}");
    }

    /// <summary>The type of the answer to something that makes no sense: the socket is alive.</summary>
    private static async Task<string?> SayAsync(WebSocket socket)
    {
        using CancellationTokenSource patience = new(Patience);
        await socket.SendAsync("nonsense"u8.ToArray(), WebSocketMessageType.Text, true, patience.Token);
        var buffer = new byte[4096];
        var answer = await socket.ReceiveAsync(buffer, patience.Token);
        return System.Text.Json.JsonDocument.Parse(buffer.AsMemory(0, answer.Count)).RootElement.GetProperty("type").GetString();
    }
}
