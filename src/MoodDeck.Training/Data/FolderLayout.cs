namespace MoodDeck.Training.Data;

/// <summary>What the folders around a picture say about it.</summary>
/// <param name="Usage">Its usage, such as <c>Training</c>.</param>
/// <param name="Folder">The folder that names its label, or would.</param>
/// <param name="Label">The label; null where the picture lies in no folder of its own.</param>
/// <param name="Meaning">What the label means.</param>
internal readonly record struct PicturePlace(string Usage, string Folder, string? Label, LabelMeaning Meaning);

/// <summary>
/// Reads label and usage from folders: <c>train/happy/x.jpg</c>, <c>happy/x.jpg</c>, also with folders around all of it
/// or between label and picture (<c>archive/happy/person 7/x.jpg</c>).
/// </summary>
internal sealed class FolderLayout(LabelMap labels)
{
    /// <summary>The usage of pictures outside every folder that names one.</summary>
    public const string DefaultUsage = "Training";

    private static readonly Dictionary<string, string> Usages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["train"] = "Training", ["training"] = "Training", ["trainset"] = "Training", ["trainingset"] = "Training",
        ["val"] = "Validation", ["valid"] = "Validation", ["validation"] = "Validation", ["validationset"] = "Validation", ["dev"] = "Validation",
        ["test"] = "Test", ["testing"] = "Test", ["testset"] = "Test", ["eval"] = "Test", ["evaluation"] = "Test",
        ["publictest"] = "PublicTest", ["privatetest"] = "PrivateTest",
    };

    private readonly Dictionary<string, PicturePlace> _known = new(StringComparer.Ordinal);

    /// <summary>The usage a folder's or a file's name stands for; null when it stands for none.</summary>
    public static string? UsageOf(string name) =>
        Usages.GetValueOrDefault(string.Concat(name.Where(c => c is not ('_' or '-' or ' '))));

    /// <summary>What is said about a picture.</summary>
    /// <param name="name">Its path, with forward slashes.</param>
    public PicturePlace Find(string name)
    {
        var end = name.LastIndexOf('/');
        var folder = end < 0 ? "" : name[..end];
        if (!_known.TryGetValue(folder, out var place)) _known[folder] = place = Read(folder);
        return place;
    }

    private PicturePlace Read(string folder)
    {
        var parts = folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var usage = parts.Select(UsageOf).LastOrDefault(u => u is not null);
        var candidates = Enumerable.Range(0, parts.Length).Where(i => UsageOf(parts[i]) is null || labels.IsOwn(parts[i])).ToArray();
        // Of happy/1 and 1/happy the word is the label, the number a person.
        var at = candidates.Where(i => labels.Find(parts[i]).IsKnown).OrderBy(i => LabelMap.IsNumber(parts[i]) && !labels.IsOwn(parts[i])).ThenBy(i => i)
            .Concat(candidates.Reverse()).DefaultIfEmpty(-1).First();
        return at < 0
            ? new PicturePlace(usage ?? DefaultUsage, folder, null, default)
            : new PicturePlace(usage ?? DefaultUsage, string.Join('/', parts[..(at + 1)]), parts[at], labels.Find(parts[at]));
    }
}
