using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using MoodDeck.Library;
using MoodDeck.Server.Pairing.Certificates;
using MoodDeck.Server.Pairing.Storage;

namespace MoodDeck.Server.Tests.Pairing;

public sealed class LanCertificateTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly LoopbackHouse _house = new();
    private readonly SetClock _clock = new();

    private string CertificatePath => _folder.At("lan", "certificate.pem");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Current_Fresh_IsP256ForEveryNameAndNoAuthority()
    {
        using var made = Open().Current;
        Assert.Equal(256, made.GetECDsaPublicKey()!.KeySize);
        Assert.True(made.HasPrivateKey);
        Assert.All((string[])["musicbox", "musicbox.local", "localhost", "127.0.0.2", "127.0.0.1", "::1"], name => Assert.True(made.MatchesHostname(name), name));
        Assert.False(made.MatchesHostname("evil.example"));
        Assert.False(made.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.InRange((made.NotAfter - made.NotBefore).TotalDays, 800, 825);
    }

    [Fact]
    public void Current_Files_AreTheOwnersAloneAndHoldNoKeyOfTheAuthority()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other permissions.");
            return;
        }

        Open().Refresh();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(CertificatePath));
        var files = Directory.GetFiles(_folder.At("lan")).Select(File.ReadAllText).ToList();
        Assert.Single(files, f => f.Contains("PRIVATE KEY", StringComparison.Ordinal));
        using var key = ECDsa.Create();
        key.ImportFromPem(files.Single(f => f.Contains("PRIVATE KEY", StringComparison.Ordinal)));
        using var authority = X509CertificateLoader.LoadCertificateFromFile(_folder.At("lan", "authority.crt"));
        Assert.NotEqual(key.ExportSubjectPublicKeyInfo(), authority.PublicKey.ExportSubjectPublicKeyInfo());
    }

    [Fact]
    public void Current_NextStart_IsTheSame() => Assert.Equal(Open().Fingerprint, Open().Fingerprint);

    [Fact]
    public void Fingerprint_OfTheCertificate_IsWrittenAsBrowsersDo()
    {
        var certificate = Open();
        Assert.Equal(SHA256.HashData(certificate.Current.RawData), Convert.FromHexString(certificate.Fingerprint.Replace(":", "", StringComparison.Ordinal)));
        Assert.Matches("^([0-9A-F]{2}:){31}[0-9A-F]{2}$", certificate.Fingerprint);
    }

    [Fact]
    public void Refresh_NewAddress_IsCoveredBesideTheOldOne()
    {
        var certificate = Open();
        var before = certificate.Fingerprint;
        _house.Own[0] = IPAddress.Parse("127.0.0.3");
        using var after = certificate.Refresh();
        Assert.NotEqual(before, certificate.Fingerprint);
        Assert.True(after.MatchesHostname("127.0.0.3") && after.MatchesHostname("127.0.0.2"));
        _house.Own[0] = IPAddress.Parse("127.0.0.2");
        Assert.Same(after, certificate.Refresh());
    }

    [Theory]
    [InlineData(700, true)]
    [InlineData(800, false)]
    [InlineData(900, false)]
    public void Refresh_Later_IsRenewedInTime(int days, bool same)
    {
        var certificate = Open();
        var before = certificate.Fingerprint;
        _clock.Ahead = TimeSpan.FromDays(days);
        certificate.Refresh();
        Assert.Equal(same, before == certificate.Fingerprint);
    }

    [Fact]
    public void Refresh_DamagedOrHalfWritten_IsMadeAnew()
    {
        Open().Refresh();
        var whole = File.ReadAllText(CertificatePath);
        foreach (var length in (int[])[0, 20, whole.Length / 4, whole.Length / 2])
        {
            File.WriteAllText(CertificatePath, whole[..length]);
            File.WriteAllText(CertificatePath + ".0.tmp", whole[..length]);
            Assert.True(Open().Refresh().HasPrivateKey);
            Assert.False(File.Exists(CertificatePath + ".0.tmp"));
        }
    }

    private LanCertificate Open() => new(new LanFolder(DataFolder.Open(_folder.At())), _house, _clock, NullLogger<LanCertificate>.Instance);
}
