namespace MoodDeck.Audio.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mooddeck-audio-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The first share of a file, as a copy that was interrupted leaves it.</summary>
    public string Cut(string path, double share)
    {
        var bytes = File.ReadAllBytes(path);
        return Write("cut-" + Path.GetFileName(path), bytes.AsSpan(0, (int)(bytes.Length * share)));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
