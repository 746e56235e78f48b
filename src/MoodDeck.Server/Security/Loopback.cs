using System.Net;

namespace MoodDeck.Server.Security;

/// <summary>What counts as this machine talking to itself.</summary>
internal static class Loopback
{
    /// <summary>Whether a host, with or without the brackets of IPv6, is <c>localhost</c> or a loopback address.</summary>
    public static bool IsName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>The addresses of <paramref name="urls"/>, separated by semicolons, if each of them is a loopback one.</summary>
    /// <exception cref="ServerAddressException">One is no address, not plain HTTP, or reaches beyond this machine.</exception>
    public static string[] Require(string urls)
    {
        var all = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (all.Length == 0) throw new ServerAddressException($"No address to listen on. Try {ServerOptions.DefaultUrls}.");
        foreach (var url in all) Check(url);
        return all;
    }

    private static void Check(string url)
    {
        // "http://+:5080" and "http://*:5080" mean every address to Kestrel but are no URIs.
        if (!Uri.TryCreate(url.Replace("://+", "://0.0.0.0", StringComparison.Ordinal).Replace("://*", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https") || uri.Host is "" or "unix")
            throw new ServerAddressException($"'{url}' is not an address to listen on. Write it like {ServerOptions.DefaultUrls}.");
        if (!IsName(uri.Host))
            throw new ServerAddressException(
                $"'{url}' can be reached from other machines, where only paired devices are let in, over TLS. Use --lan for that; here goes a loopback address such as {ServerOptions.DefaultUrls}.");
        if (uri.Scheme == "https")
            throw new ServerAddressException($"'{url}' asks for a certificate. Browsers trust plain http on loopback; use http://{uri.Authority}, and --lan for other devices.");
        if (uri.PathAndQuery != "/")
            throw new ServerAddressException($"'{url}' has a path; MoodDeck is served at the root. Use http://{uri.Authority}.");
    }
}
