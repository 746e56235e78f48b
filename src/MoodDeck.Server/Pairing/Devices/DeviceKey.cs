using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MoodDeck.Server.Pairing.Devices;

/// <summary>Secrets that somebody shows and MoodDeck knows only by their hash.</summary>
internal static class DeviceKey
{
    /// <summary>The cookie that carries a device's key. The prefix keeps it to this host, over TLS (RFC 6265bis, 4.1.3.2).</summary>
    public const string Cookie = "__Host-mooddeck-device";

    private const int KeyBytes = 32;

    /// <summary>How long a browser keeps it after the page was last opened; browsers allow no more (RFC 6265bis, 5.5).</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(400);

    /// <summary>A new key, 256 random bits.</summary>
    public static string Create() => Secret(KeyBytes);

    /// <summary>Random bytes in letters that need no escaping in an address or a cookie.</summary>
    public static string Secret(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));

    /// <summary>What is kept of a secret. It is random and long, so no salt and no slow hash is needed.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Gives the key to the browser that asked.</summary>
    public static void Hand(HttpContext context, string key) => context.Response.Cookies.Append(
        Cookie, key, new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = Life, IsEssential = true });
}
