using MoodDeck.Library;

namespace MoodDeck.Server.Pairing.Storage;

/// <summary>The part of the data folder that pairing keeps its files in; several processes may change them.</summary>
internal sealed class LanFolder
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromSeconds(10);
    private readonly string _path;

    /// <summary>The part of this data folder; created when something is first written.</summary>
    public LanFolder(DataFolder data) => _path = data.LanPath;

    /// <summary>The certificate, its key and the authority that signed it.</summary>
    public string CertificatePath => Path.Combine(_path, "certificate.pem");

    /// <summary>The authority alone, for a phone to trust.</summary>
    public string AuthorityPath => Path.Combine(_path, "authority.crt");

    /// <summary>The paired devices.</summary>
    public string DevicesPath => Path.Combine(_path, "devices.json");

    /// <summary>Changes files while no other process does. The operating system lets go of the lock of one that was killed.</summary>
    /// <exception cref="LibraryException">Nothing can be written, or another process holds the lock for ten seconds.</exception>
    public T Change<T>(Func<T> change)
    {
        try
        {
            OwnerFile.MakeFolder(_path);
            using var held = Lock();
            foreach (var file in (string[])[CertificatePath, AuthorityPath, DevicesPath]) OwnerFile.RemoveLeftovers(file);
            return change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"{_path} cannot be written to: {e.Message.TrimEnd('.')}. Check its owner and that the disk has room.", e);
        }
    }

    private FileStream Lock()
    {
        var path = Path.Combine(_path, "lan.lock");
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && waited < Patience)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
