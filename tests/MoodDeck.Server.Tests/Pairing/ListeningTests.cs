using System.Net.NetworkInformation;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using MoodDeck.Server.Pairing.Network;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Pairing;

public sealed class ListeningTests
{
    [Fact]
    public async Task Start_WithoutLan_ListensOnLoopbackOnlyAndMakesNoCertificate()
    {
        await using var host = await ChangedHost.StartAsync(_ => { });
        var addresses = host.Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Assert.All(addresses, a => Assert.True(new Uri(a).IsLoopback && new Uri(a).Scheme == "http", a));
        Assert.All(Listeners(host.Address.Port), l => Assert.True(IPAddress.IsLoopback(l.Address), $"{l}"));
        Assert.False(Directory.Exists(Path.Combine(host.DataFolder, "lan")));
        var state = await host.JsonAsync("/api/v1/lan");
        Assert.False(state.GetProperty("on").GetBoolean());
        Assert.Empty(state.GetProperty("urls").EnumerateArray());
        using var answer = await host.Client.PostAsync("/api/v1/lan/invitation", null);
        Assert.Contains("serve --lan", await answer.ProblemAsync(ProblemKind.LanOff), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithLan_KeepsTheOwnDoorOnLoopbackAndOpensOneForAll()
    {
        await using var host = await LanHost.StartAsync();
        Assert.All(Listeners(host.Address.Port), l => Assert.True(IPAddress.IsLoopback(l.Address), $"{l}"));
        Assert.Contains(Listeners(host.LanAddress.Port), l => l.Address.Equals(IPAddress.Any) || l.Address.Equals(IPAddress.IPv6Any));
        var state = await host.JsonAsync("/api/v1/lan");
        Assert.True(state.GetProperty("on").GetBoolean() && state.GetProperty("mayManage").GetBoolean());
        Assert.Matches("^([0-9A-F]{2}:){31}[0-9A-F]{2}$", state.GetProperty("fingerprint").GetString());
    }

    [Fact]
    public async Task LanDoor_PlainHttp_IsNotSpoken()
    {
        await using var host = await LanHost.StartAsync();
        using HttpClient client = new();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(new UriBuilder(host.LanAddress) { Scheme = "http" }.Uri));
    }

    [Fact]
    public async Task LanDoor_OwnMachineThroughIt_NeedsPairingToo()
    {
        await using var host = await LanHost.StartAsync();
        using Phone self = new(new UriBuilder(host.LanAddress) { Host = "127.0.0.1" }.Uri, host.Trusts);
        using var answer = await self.Client.GetAsync("/api/v1/status");
        await answer.ProblemAsync(ProblemKind.NotPaired);
    }

    [Fact]
    public async Task LanDoor_ForwardingHeaders_OpenNothing()
    {
        await using var host = await LanHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/status");
        request.Headers.Add("X-Forwarded-For", "127.0.0.1");
        request.Headers.Add("X-Forwarded-Proto", "http");
        using Phone stranger = host.NewPhone();
        using var answer = await stranger.Client.SendAsync(request);
        await answer.ProblemAsync(ProblemKind.NotPaired);
    }

    [Fact]
    public void Addresses_OfThisMachine_AreReachableFromOthers()
    {
        LanAddresses addresses = new();
        Assert.All(addresses.Addresses(), a => Assert.False(IPAddress.IsLoopback(a) || a.IsIPv6LinkLocal, $"{a}"));
        Assert.All(addresses.Names(), n => Assert.Equal(UriHostNameType.Dns, Uri.CheckHostName(n)));
    }

    private static List<IPEndPoint> Listeners(int port)
    {
        var found = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == port).ToList();
        Assert.NotEmpty(found);
        return found;
    }
}
