using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace MoodDeck.Server.Pairing.Network;

/// <summary>Asks the operating system, every time: addresses change while a laptop is carried about.</summary>
internal sealed class LanAddresses : ILanAddresses
{
    public IReadOnlyList<string> Names()
    {
        var name = Dns.GetHostName().ToLowerInvariant();
        if (Uri.CheckHostName(name) != UriHostNameType.Dns || Security.Loopback.IsName(name)) return [];
        return name.Contains('.', StringComparison.Ordinal) ? [name] : [name, name + ".local"];
    }

    public IReadOnlyList<IPAddress> Addresses()
    {
        var inUse = NetworkInterface.GetAllNetworkInterfaces()
            .Where(i => i.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown && i.NetworkInterfaceType is not (NetworkInterfaceType.Loopback or NetworkInterfaceType.Tunnel))
            .Select(i => i.GetIPProperties()).ToList();
        // A phone is where the router is; bridges of containers and virtual machines have no way out.
        var withRouter = inUse.Where(i => i.GatewayAddresses.Any(g => !g.Address.Equals(IPAddress.Any))).ToList();
        var found = Reachable(withRouter);
        return found.Count > 0 ? found : Reachable(inUse);
    }

    // IPv6 only where there is nothing else: its addresses change daily for privacy, and the certificate names them.
    private static List<IPAddress> Reachable(IEnumerable<IPInterfaceProperties> interfaces)
    {
        var all = interfaces.SelectMany(i => i.UnicastAddresses).Select(a => a.Address).Distinct().ToList();
        var v4 = all.Where(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a) && !IsSelfGiven(a)).ToList();
        return v4.Count > 0 ? v4 : [.. all.Where(a => a.AddressFamily == AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(a) && !a.IsIPv6LinkLocal)];
    }

    // RFC 3927: what a machine takes when nobody gives it an address.
    private static bool IsSelfGiven(IPAddress address) => address.GetAddressBytes() is [169, 254, _, _];
}
