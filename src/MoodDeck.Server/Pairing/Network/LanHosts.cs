using System.Net;
using MoodDeck.Server.Security;

namespace MoodDeck.Server.Pairing.Network;

/// <summary>Which <c>Host</c> a request may name. Any other is a rebound DNS name.</summary>
internal sealed class LanHosts(ILanAddresses addresses)
{
    /// <summary>Whether the host asked for is this machine, as seen through the door the request came by.</summary>
    public bool IsOwn(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (Loopback.IsName(host)) return true;
        if (Door.IsOwn(context)) return false;
        // The address a client connected to is ours whatever changed meanwhile.
        return IPAddress.TryParse(host.Trim('[', ']'), out var address)
            ? Same(address, context.Connection.LocalIpAddress) || addresses.Addresses().Any(own => Same(address, own))
            : addresses.Names().Contains(host, StringComparer.OrdinalIgnoreCase);
    }

    private static bool Same(IPAddress a, IPAddress? b) => b is not null && a.MapToIPv6().Equals(b.MapToIPv6());
}
