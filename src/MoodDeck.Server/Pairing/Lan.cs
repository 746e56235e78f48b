using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using MoodDeck.Server.Pairing.Certificates;
using MoodDeck.Server.Pairing.Invitations;
using MoodDeck.Server.Pairing.Network;
using MoodDeck.Server.Pairing.Storage;

namespace MoodDeck.Server.Pairing;

/// <summary>The door to the house's network of a running server.</summary>
public sealed class Lan
{
    private readonly LanOptions _options;
    private readonly ILanAddresses _addresses;
    private readonly LanCertificate _certificate;
    private readonly InvitationBook _invitations;
    private readonly IServer _server;

    internal Lan(LanOptions options, ILanAddresses addresses, LanCertificate certificate, InvitationBook invitations, LanFolder folder, IServer server)
    {
        (_options, _addresses, _certificate, _invitations, _server) = (options, addresses, certificate, invitations, server);
        AuthorityPath = folder.AuthorityPath;
    }

    /// <summary>Whether it is open at all.</summary>
    public bool IsOn => _options.On;

    /// <summary>Where other devices find the page, the likeliest first; empty while it is closed.</summary>
    public IReadOnlyList<string> Urls()
    {
        if (!IsOn) return [];
        var addresses = _addresses.Addresses().Select(HostOf).ToList();
        if (addresses.Count == 0) addresses.AddRange(_addresses.Names());
        return [.. addresses.Select(host => $"https://{host}:{Port()}")];
    }

    /// <summary>SHA-256 of its certificate as browsers show it; null while it is closed.</summary>
    public string? Fingerprint => IsOn ? _certificate.Fingerprint : null;

    /// <summary>The file with the authority that a phone may be told to trust.</summary>
    public string AuthorityPath { get; }

    /// <summary>Lets one more device in; null while it is closed or this machine is on no network.</summary>
    public LanInvitation? Invite()
    {
        if (Urls() is not [var url, ..]) return null;
        var (token, expiresAt) = _invitations.Create();
        var link = $"{url}{PairPaths.Page}#{token}";
        return new(link, expiresAt, QrCode.Of(link));
    }

    private int Port() => _server.Features.Get<IServerAddressesFeature>()!.Addresses
        .Where(a => a.StartsWith("https:", StringComparison.Ordinal)).Select(a => BindingAddress.Parse(a).Port).First();

    private static string HostOf(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
