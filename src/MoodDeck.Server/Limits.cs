using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MoodDeck.Server;

/// <summary>How much a client may send. An address that reads pictures raises its own limit.</summary>
internal static class Limits
{
    /// <summary>The largest body that is not a picture, in bytes.</summary>
    public const int JsonBytes = 1 << 20;

    /// <summary>The largest picture, in bytes.</summary>
    public const int ImageBytes = 20_000_000;

    /// <summary>The largest zip of labelled pictures, in bytes; FER2013 as pictures has 60 MB.</summary>
    public const long TrainingBytes = 2_000_000_000;

    /// <summary>
    /// How much of a picture that is too large is let through, in bytes, so that a client which is still sending gets to
    /// read why it was refused instead of a broken connection.
    /// </summary>
    public const long PatientBytes = 10L * ImageBytes;

    /// <summary>The most connections at once; a page needs about a dozen.</summary>
    private const int Connections = 256;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = JsonBytes;
        kestrel.Limits.MaxConcurrentConnections = Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = Connections;
    }
}
