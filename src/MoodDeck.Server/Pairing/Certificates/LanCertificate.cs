using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MoodDeck.Library;
using MoodDeck.Server.Pairing.Network;
using MoodDeck.Server.Pairing.Storage;

namespace MoodDeck.Server.Pairing.Certificates;

/// <summary>The certificate that is served, renewed before it expires and when this machine's names or addresses outgrow it.</summary>
internal sealed partial class LanCertificate(LanFolder folder, ILanAddresses addresses, TimeProvider time, ILogger<LanCertificate> logger)
{
    private const int MostAddresses = 16;

    /// <summary>How long before its end it is renewed.</summary>
    public static readonly TimeSpan Spare = TimeSpan.FromDays(30);

    private readonly Lock _renewing = new();
    private volatile X509Certificate2? _current;

    /// <summary>The certificate with its key.</summary>
    /// <exception cref="LibraryException">It cannot be stored.</exception>
    public X509Certificate2 Current => _current ?? Refresh();

    /// <summary>SHA-256 of the certificate as browsers show it: pairs of hexadecimal digits with colons between.</summary>
    public string Fingerprint => string.Join(':', Current.GetCertHash(HashAlgorithmName.SHA256).Select(b => $"{b:X2}"));

    /// <summary>Takes the stored certificate if it will do, else makes one.</summary>
    /// <exception cref="LibraryException">It cannot be stored.</exception>
    public X509Certificate2 Refresh()
    {
        lock (_renewing)
        {
            if (_current is { } current && WillDo(current)) return current;
            return _current = folder.Change(() => CertificateFile.Read(folder) is { } stored && WillDo(stored) ? stored : Make());
        }
    }

    private bool WillDo(X509Certificate2 certificate)
    {
        var now = time.GetUtcNow();
        return certificate.NotBefore.ToUniversalTime() <= now && certificate.NotAfter.ToUniversalTime() > now + Spare
            && !Names().Except(CertificateFile.NamesOf(certificate), StringComparer.OrdinalIgnoreCase).Any()
            && !Addresses().Except(CertificateFile.AddressesOf(certificate)).Any();
    }

    private X509Certificate2 Make()
    {
        // Earlier addresses stay covered, so that a laptop between two networks does not get a new certificate each time.
        using var before = CertificateFile.Read(folder);
        var covered = Addresses().Concat(before is null ? [] : CertificateFile.AddressesOf(before)).Distinct().Take(MostAddresses);
        CertificateFile.Write(folder, CertificateMaker.Make(Names(), covered, time.GetUtcNow()));
        Made(folder.CertificatePath);
        return CertificateFile.Read(folder) ?? throw new LibraryException($"{folder.CertificatePath} cannot be read back. Check the disk it lies on.");
    }

    private List<string> Names() => [.. addresses.Names(), "localhost"];

    private List<IPAddress> Addresses() => [IPAddress.Loopback, IPAddress.IPv6Loopback, .. addresses.Addresses()];

    [LoggerMessage(LogLevel.Information, "A new certificate for the house's network is in {Path}; browsers ask once more whether to trust it")]
    private partial void Made(string path);
}
