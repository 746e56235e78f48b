using System.Text.Json;
using MoodDeck.Library;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Server.Training;

/// <summary>The trainings in the data folder. A record is replaced as a whole, so that it is never half written.</summary>
internal sealed class TrainingStore(DataFolder data)
{
    /// <summary>Leftovers of uploads are cleared away after this long; a younger one may still be coming in.</summary>
    private static readonly TimeSpan s_leftoverAge = TimeSpan.FromDays(1);

    /// <summary>Where a training's files are; null when the id is not one of ours, whatever it says.</summary>
    public TrainingFolder? FolderOf(string id) =>
        Guid.TryParseExact(id, "N", out _) ? new(Path.Combine(data.TrainingsPath, id.ToLowerInvariant())) : null;

    /// <summary>A folder for a new training, made; its id grows with time.</summary>
    public (string Id, TrainingFolder Folder) Create(DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now).ToString("N");
        var folder = FolderOf(id)!;
        MakePrivate(data.TrainingsPath);
        MakePrivate(folder.Path);
        return (id, folder);
    }

    /// <summary>One training; null when there is none of this id.</summary>
    public TrainingRecord? Find(string id) => FolderOf(id) is { } folder ? Read(folder) : null;

    /// <summary>Every training, the newest first.</summary>
    public IReadOnlyList<TrainingRecord> List() =>
        [.. Folders().Select(Read).OfType<TrainingRecord>().OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id, StringComparer.Ordinal)];

    /// <summary>Remembers a training.</summary>
    public void Save(TrainingRecord record)
    {
        var path = FolderOf(record.Id)!.Record;
        var whole = path + ".tmp";
        File.WriteAllBytes(whole, JsonSerializer.SerializeToUtf8Bytes(record, MoodDeckJson.Options));
        File.Move(whole, path, overwrite: true);
    }

    /// <summary>Removes a training with everything of it.</summary>
    public void Delete(string id)
    {
        if (FolderOf(id) is not { } folder) return;
        // Without its record it is no training any more, even if the rest cannot be removed at once.
        File.Delete(folder.Record);
        Directory.Delete(folder.Path, recursive: true);
    }

    /// <summary>Removes what uploads that broke off have left.</summary>
    public void ClearLeftovers(DateTimeOffset now)
    {
        foreach (var folder in Folders().Where(f => !File.Exists(f.Record) && Directory.GetLastWriteTimeUtc(f.Path) < now.UtcDateTime - s_leftoverAge))
            Directory.Delete(folder.Path, recursive: true);
    }

    // Pictures of people are nobody else's business, whoever made the data folder.
    private static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private IEnumerable<TrainingFolder> Folders() => Directory.Exists(data.TrainingsPath)
        ? Directory.EnumerateDirectories(data.TrainingsPath).Select(p => FolderOf(Path.GetFileName(p))).OfType<TrainingFolder>()
        : [];

    private static TrainingRecord? Read(TrainingFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize<TrainingRecord>(File.ReadAllBytes(folder.Record), MoodDeckJson.Options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
