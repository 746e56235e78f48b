using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MoodDeck.Server.Pairing.Storage;

namespace MoodDeck.Server.Pairing.Certificates;

/// <summary>The certificate as it lies in the data folder.</summary>
internal static class CertificateFile
{
    /// <summary>Reads it; null when there is none that can be read.</summary>
    public static X509Certificate2? Read(LanFolder folder)
    {
        try
        {
            var pem = File.ReadAllText(folder.CertificatePath);
            var certificate = X509Certificate2.CreateFromPem(pem, pem);
            if (!OperatingSystem.IsWindows()) return certificate;
            // Windows serves TLS only with a key that went through its own store.
            using (certificate) return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception e) when (e is CryptographicException or FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes it, its key and the authority; the authority first, which is of no use without the rest.</summary>
    public static void Write(LanFolder folder, (string Whole, string Authority) made)
    {
        OwnerFile.Write(folder.AuthorityPath, Encoding.ASCII.GetBytes(made.Authority));
        OwnerFile.Write(folder.CertificatePath, Encoding.ASCII.GetBytes(made.Whole));
    }

    /// <summary>The addresses a certificate covers.</summary>
    public static IReadOnlyList<IPAddress> AddressesOf(X509Certificate2 certificate) => [.. Covered(certificate).SelectMany(c => c.EnumerateIPAddresses())];

    /// <summary>The names a certificate covers.</summary>
    public static IReadOnlyList<string> NamesOf(X509Certificate2 certificate) => [.. Covered(certificate).SelectMany(c => c.EnumerateDnsNames())];

    private static IEnumerable<X509SubjectAlternativeNameExtension> Covered(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>();
}
