namespace MoodDeck.Library;

/// <summary>The folder that holds everything MoodDeck keeps.</summary>
public sealed class DataFolder
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "MOODDECK_DATA";

    private DataFolder(string path)
    {
        Path = path;
        RealPath = FolderTree.RealPath(path);
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary><see cref="Path"/> with every link on its way followed.</summary>
    internal string RealPath { get; }

    /// <summary>The database file.</summary>
    public string DatabasePath => System.IO.Path.Combine(Path, "mooddeck.db");

    /// <summary>The index of a large catalogue, kept so that a start is quick; it may be deleted at any time.</summary>
    public string IndexPath => System.IO.Path.Combine(Path, "index.bin");

    /// <summary>Where the demo library is made.</summary>
    public string DemoPath => System.IO.Path.Combine(Path, "demo");

    /// <summary>Where the emotion model lies that a listener trained and kept.</summary>
    public string KeptEmotionModelPath => KeptEmotionModelIn(Path);

    /// <summary>Where the certificate for the house's network and the list of paired devices lie.</summary>
    public string LanPath => System.IO.Path.Combine(Path, "lan");

    /// <summary>Where trainings started from the page keep their pictures and results.</summary>
    public string TrainingsPath => System.IO.Path.Combine(Path, "trainings");

    /// <summary>
    /// <see cref="KeptEmotionModelPath"/> of a folder that need not be there and is not created; see <see cref="Open"/> for
    /// <paramref name="path"/>.
    /// </summary>
    public static string LocateKeptEmotionModel(string? path = null) => KeptEmotionModelIn(Locate(path));

    /// <summary>
    /// Opens a data folder, creating it when it is not there: <paramref name="path"/>, else <c>MOODDECK_DATA</c>, else
    /// <c>mooddeck</c> in the user's data folder (<c>XDG_DATA_HOME</c>, else <c>~/.local/share</c>).
    /// </summary>
    /// <exception cref="LibraryException">It cannot be created or written to.</exception>
    public static DataFolder Open(string? path = null)
    {
        var full = Locate(path);
        try
        {
            // What a listener played is nobody else's business: a folder made here is its owner's alone, as XDG asks.
            if (!Directory.Exists(full) && !OperatingSystem.IsWindows())
                Directory.CreateDirectory(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Directory.CreateDirectory(full);
            // A folder may be there and still refuse a file: read-only, another owner, or no space left.
            var probe = System.IO.Path.Combine(full, $".write-test-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, [0]);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"The data folder {full} cannot be written to: {StoreErrors.ReasonOf(e)} Choose another with --data DIR or {Variable}.", e);
        }

        return new(full);
    }

    /// <summary>Whether a path is this folder or leads into it, whatever links it takes.</summary>
    public bool Holds(string path) => HasName(path) || FolderTree.IsBelow(FolderTree.RealPath(path), RealPath);

    /// <summary>The same by name alone, for paths that need not be there any more.</summary>
    internal bool HasName(string path) => FolderTree.IsBelow(path, Path) || FolderTree.IsBelow(path, RealPath);

    private static string Locate(string? path) => System.IO.Path.GetFullPath(FirstGiven(path, Environment.GetEnvironmentVariable(Variable)) ?? Default());

    private static string KeptEmotionModelIn(string folder) => System.IO.Path.Combine(folder, "models", "emotion.onnx");

    private static string Default()
    {
        var data = FirstGiven(Environment.GetEnvironmentVariable("XDG_DATA_HOME"));
        data ??= Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (data.Length == 0) data = System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        return System.IO.Path.Combine(data, "mooddeck");
    }

    private static string? FirstGiven(params string?[] paths) => paths.FirstOrDefault(p => !string.IsNullOrWhiteSpace(p));
}
