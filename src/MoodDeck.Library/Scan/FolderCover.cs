using MoodDeck.Library.Artwork;

namespace MoodDeck.Library.Scan;

/// <summary>The cover that lies beside an audio file.</summary>
internal static class FolderCover
{
    private const long MaxBytes = 16 << 20;

    private static readonly string[] Names =
        ["cover.jpg", "cover.jpeg", "cover.png", "cover.webp", "folder.jpg", "folder.jpeg", "folder.png", "front.jpg", "front.png"];

    /// <summary>The first of the usual names that holds a picture; null when there is none.</summary>
    public static ArtworkImage? Find(string audioPath)
    {
        try
        {
            var folder = new DirectoryInfo(Path.GetDirectoryName(audioPath)!);
            return folder.EnumerateFiles()
                .Where(f => f.Length is > 0 and <= MaxBytes)
                .Select(f => (File: f, Order: Array.FindIndex(Names, n => n.Equals(f.Name, StringComparison.OrdinalIgnoreCase))))
                .Where(f => f.Order >= 0)
                .OrderBy(f => f.Order)
                .Select(f => ArtworkImages.Of(File.ReadAllBytes(f.File.FullName)))
                .FirstOrDefault(image => image is not null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // a cover is not worth losing the track for
        }
    }
}
