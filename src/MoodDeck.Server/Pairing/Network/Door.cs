using System.Net;

namespace MoodDeck.Server.Pairing.Network;

/// <summary>Through which door a request came: this machine's own, or the one to the house.</summary>
internal static class Door
{
    /// <summary>
    /// Whether this machine talks to itself. The door to the house speaks TLS and the own one plain HTTP, so that neither a
    /// header nor an address can make one look like the other; whatever is neither counts as from outside.
    /// </summary>
    public static bool IsOwn(HttpContext context) =>
        !context.Request.IsHttps && IsLoopback(context.Connection.LocalIpAddress) && IsLoopback(context.Connection.RemoteIpAddress);

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);
}
