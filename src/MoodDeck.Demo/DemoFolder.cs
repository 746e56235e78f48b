namespace MoodDeck.Demo;

/// <summary>The folder of a demo library, held by one process at a time.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly string _directory;
    private readonly FileStream _lock;

    private DemoFolder(string directory, FileStream @lock) => (_directory, _lock) = (directory, @lock);

    /// <summary>Makes the folder where needed, takes hold of it and clears away what a killed run left half-written.</summary>
    /// <exception cref="DemoLibraryException">Another process holds it.</exception>
    /// <exception cref="IOException">It cannot be made or written to.</exception>
    public static DemoFolder Open(string directory)
    {
        var full = Path.GetFullPath(directory);
        Directory.CreateDirectory(full);
        var folder = new DemoFolder(full, Hold(Path.Combine(full, ".making")));
        foreach (var part in Directory.EnumerateFiles(full, "*.part")) File.Delete(part);
        return folder;
    }

    /// <summary>Where a piece's file belongs.</summary>
    public string PathOf(DemoPiece piece) => Path.Combine(_directory, piece.FileName);

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static FileStream Hold(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new DemoLibraryException("The demo library in this folder is being made by another process. Wait until it is done.");
        }
    }
}
