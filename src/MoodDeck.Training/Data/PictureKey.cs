using System.Globalization;
using MoodDeck.Training.Expressions;

namespace MoodDeck.Training.Data;

/// <summary>What a cached set of pictures depends on.</summary>
internal static class PictureKey
{
    /// <summary>The pictures of a store, read as a source says.</summary>
    public static string Of(FaceDataSource source, IPictureStore store) =>
        $"pictures\n{string.Join('\n', store.Files.Select(store.KeyOf))}\n{string.Join('\n', store.Refused.Select(r => $"{r.Where}: {r.Reason}"))}\n{Reading(source)}";

    /// <summary>How a source is read.</summary>
    public static string Reading(FaceDataSource source) => $"{source.Labels.Key}\n{source.Crop}\n{(source.Crop == FaceCropKind.Find ? $"{FileKey(source.FaceModelPath)}\n{new FaceCropFit()}" : "")}";

    /// <summary>A text that is another when a file is another.</summary>
    public static string FileKey(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{path}|{file.Length}|{file.LastWriteTimeUtc.Ticks}") : path;
    }
}
