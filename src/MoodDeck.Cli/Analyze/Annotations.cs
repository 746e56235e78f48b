using MoodDeck.Cli.CommandLine;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Cli.Analyze;

/// <summary>Writes photos with their faces framed, each as a PNG.</summary>
internal sealed class Annotations
{
    private readonly string? _file;
    private readonly string? _folder;
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImageDecoder _decoder = new();

    private Annotations(string? file, string? folder) => (_file, _folder) = (file, folder);

    /// <summary>A file for one photo; a folder for several, made when it is not there.</summary>
    /// <exception cref="CliException">Several photos for one file, or none at all.</exception>
    public static Annotations To(string target, int photos)
    {
        if (photos == 0) throw CliException.Usage("--annotate frames the faces of photos; none is named. --chart draws a video");
        if (photos == 1 && !Directory.Exists(target)) return new(target, null);
        if (File.Exists(target) || target.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            throw CliException.Usage($"--annotate {target} is one file for {photos} photos. Name a folder instead.");
        Directory.CreateDirectory(target);
        return new(null, target);
    }

    /// <summary>Writes one photo.</summary>
    /// <exception cref="CliException">The photo changed meanwhile and can no longer be read.</exception>
    /// <exception cref="IOException">The PNG cannot be written.</exception>
    public void Write(string photo, IReadOnlyList<FaceReading> faces)
    {
        var decoded = _decoder.Decode(File.ReadAllBytes(photo));
        if (!decoded.IsOk) throw new CliException($"{photo}: {decoded.Problem}");
        using var image = decoded.Value;
        PhotoAnnotator.Annotate(image, faces);
        File.WriteAllBytes(_file ?? FreePath(Path.GetFileNameWithoutExtension(photo)), PngEncoder.Encode(image));
    }

    // Two photos of one name, from two folders or of two kinds, must not overwrite each other.
    private string FreePath(string name)
    {
        var free = name;
        for (var n = 2; !_written.Add(free); n++) free = $"{name}-{n}";
        return Path.Combine(_folder!, free + ".png");
    }
}
