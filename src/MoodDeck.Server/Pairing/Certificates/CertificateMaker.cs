using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MoodDeck.Server.Pairing.Certificates;

/// <summary>Makes a certificate and, for it alone, the authority that signs it.</summary>
internal static class CertificateMaker
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";    // RFC 5280, 4.2.1.12
    private const int MostCommonNameLetters = 64;                       // RFC 5280, ub-common-name

    /// <summary>Phones take no certificate that is valid for longer (Apple, "Requirements for trusted certificates", 2019).</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromDays(825);

    /// <summary>A day for clocks that are late.</summary>
    private static TimeSpan Backdated { get; } = TimeSpan.FromDays(1);

    /// <summary>
    /// The certificate, its key and the authority as PEM, ECDSA on P-256. The authority's key is forgotten: a phone that
    /// trusts the authority trusts nothing that is ever signed later, whoever comes by these files.
    /// </summary>
    public static (string Whole, string Authority) Make(IReadOnlyList<string> names, IEnumerable<IPAddress> addresses, DateTimeOffset now)
    {
        var (from, until) = (now - Backdated, now - Backdated + Life - TimeSpan.FromMinutes(1));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = Authority(authorityKey, names).CreateSelfSigned(from, until);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leaf = Leaf(key, authority, names, addresses).Create(authority, from, until, RandomNumberGenerator.GetBytes(16));
        var authorityPem = authority.ExportCertificatePem() + "\n";
        return ($"{leaf.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n{authorityPem}", authorityPem);
    }

    private static CertificateRequest Authority(ECDsa key, IReadOnlyList<string> names)
    {
        CertificateRequest request = new(Subject($"MoodDeck on {First(names)}, for this certificate only"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static CertificateRequest Leaf(ECDsa key, X509Certificate2 authority, IReadOnlyList<string> names, IEnumerable<IPAddress> addresses)
    {
        CertificateRequest request = new(Subject($"MoodDeck on {First(names)}"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        SubjectAlternativeNameBuilder covered = new();
        foreach (var name in names) covered.AddDnsName(name);
        foreach (var address in addresses) covered.AddIpAddress(address);
        request.CertificateExtensions.Add(covered.Build());
        return request;
    }

    private static string First(IReadOnlyList<string> names) => names.Count > 0 ? names[0] : "this machine";

    private static X500DistinguishedName Subject(string name)
    {
        X500DistinguishedNameBuilder subject = new();
        subject.AddCommonName(name[..Math.Min(name.Length, MostCommonNameLetters)]);
        return subject.Build();
    }
}
