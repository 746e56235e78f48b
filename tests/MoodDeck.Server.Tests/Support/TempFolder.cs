namespace MoodDeck.Server.Tests.Support;

/// <summary>A temporary folder that goes with the test.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("mooddeck-server-").FullName;

    public string At(params string[] parts) => Path.Combine([_path, .. parts]);

    public string Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), content);
        return At(name);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
