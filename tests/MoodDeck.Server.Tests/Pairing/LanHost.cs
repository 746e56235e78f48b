using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Server.Pairing.Devices;
using MoodDeck.Server.Pairing.Network;

namespace MoodDeck.Server.Tests.Pairing;

/// <summary>
/// A house whose network is this machine's loopback: the tests need no other, and send nothing to one. Its addresses are not
/// the one a Deck is opened at, so that the two doors stay apart.
/// </summary>
internal sealed class LoopbackHouse : ILanAddresses
{
    public List<IPAddress> Own { get; } = [IPAddress.Parse("127.0.0.2")];

    public IReadOnlyList<string> Names() => ["musicbox", "musicbox.local"];

    public IReadOnlyList<IPAddress> Addresses() => Own;
}

/// <summary>A clock that can be put forward.</summary>
internal sealed class SetClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}

/// <summary>A real server with its door to the house open, over real TLS.</summary>
public sealed class LanHost : DeckHost
{
    internal LoopbackHouse House { get; } = new();

    internal SetClock Clock { get; } = new();

    internal DeviceStore Devices => Get<DeviceStore>();

    /// <summary>The address for devices, such as <c>https://127.0.0.2:41234</c>.</summary>
    public Uri LanAddress { get; private set; } = new("https://127.0.0.2");

    public static async Task<LanHost> StartAsync()
    {
        LanHost host = new();
        await host.InitializeAsync();
        return host;
    }

    public override async ValueTask InitializeAsync()
    {
        Folder.Write("page/index.html", "<!doctype html><title>Deck</title>");
        Folder.Write("page/assets/index-1a2b3c.js", "export {}");
        await base.InitializeAsync();
        LanAddress = new((await JsonAsync("/api/v1/lan")).GetProperty("urls")[0].GetString()!);
    }

    /// <summary>A browser of the house that trusts what this server's authority signed and nothing else.</summary>
    public Phone NewPhone() => new(LanAddress, Trusts);

    /// <summary>A phone that was let in.</summary>
    public async Task<Phone> PairedAsync(string name = "Phone")
    {
        var phone = NewPhone();
        using var answer = await phone.PairAsync(await TokenAsync(), name);
        phone.Id = (await answer.OkJsonAsync()).GetProperty("id").GetString()!;
        return phone;
    }

    public async Task<JsonElement> InviteAsync()
    {
        using var answer = await Client.PostAsync("/api/v1/lan/invitation", null);
        return await answer.OkJsonAsync();
    }

    public async Task<string> TokenAsync() => new Uri((await InviteAsync()).GetProperty("url").GetString()!).Fragment[1..];

    public async Task RemoveAsync(string id)
    {
        using var answer = await Client.DeleteAsync("/api/v1/lan/devices/" + id);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    internal bool Trusts(X509Certificate? certificate, SslPolicyErrors errors)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(Path.Combine(DataFolder, "lan", "authority.crt"));
        return (errors & SslPolicyErrors.RemoteCertificateNameMismatch) == 0 && chain.Build((X509Certificate2)certificate!);
    }

    protected override ServerOptions Options() => base.Options() with { LanPort = 0 };

    protected override void Configure(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<ILanAddresses>(House));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
    }
}
