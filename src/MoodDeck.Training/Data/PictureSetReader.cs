using MoodDeck.Core.Mood;

namespace MoodDeck.Training.Data;

/// <summary>Reads pictures whose folders name their labels into a set, in ordinal order of their names.</summary>
internal static class PictureSetReader
{
    /// <exception cref="InvalidDataException">No picture has a known label, or too much cannot be used.</exception>
    public static FaceImageSet Read(FaceDataSource source, IPictureStore store)
    {
        var bad = new BadRows();
        var (pictures, total) = Sort(source, store, bad);
        using var cutter = new FaceCutter(source.Crop, source.FaceModelPath);
        var faces = FaceBatch.Cut(pictures.Count, source.Threads, (i, target) =>
            store.TryRead(pictures[i].File, out var problem) is { } bytes ? cutter.Cut(bytes, target) : CutOutcome.Damaged(problem!));
        var good = faces.Collect(i => pictures[i].File.Name, bad);
        bad.Judge(source.Path, total, "pictures");
        var usageNames = pictures.Select(p => p.Usage).Distinct().ToList();
        var votes = new byte[good.Length * FerPlus.VoteColumns];
        for (var i = 0; i < good.Length; i++) FerPlus.Unanimous(pictures[good[i]].Emotion, votes.AsSpan(i * FerPlus.VoteColumns, FerPlus.VoteColumns));
        return new FaceImageSet
        {
            Pixels = faces.PixelsOf(good),
            Labels = [.. good.Select(i => Fer2013Reader.LabelOf(pictures[i].Emotion))],
            Usages = [.. good.Select(i => (byte)usageNames.IndexOf(pictures[i].Usage))],
            UsageNames = usageNames,
            SourceRows = good,
            SourceRowCount = pictures.Count,
            Bad = bad,
            Votes = votes,
            Names = [.. good.Select(i => pictures[i].File.Name)],
            Origins = [new FaceOrigin(source.Path, 0)],
        };
    }

    private static (List<LabelledPicture> Pictures, int Total) Sort(FaceDataSource source, IPictureStore store, BadRows bad)
    {
        foreach (var refused in store.Refused) bad.Add(refused.Where, refused.Reason);
        var layout = new FolderLayout(source.Labels);
        var pictures = new List<LabelledPicture>();
        var unknown = new SortedDictionary<string, (string? Label, int Count)>(StringComparer.Ordinal);
        foreach (var file in store.Files)
        {
            var place = layout.Find(file.Name);
            if (place.Meaning.Emotion is { } emotion) pictures.Add(new LabelledPicture(file, place.Usage, emotion));
            else if (!place.Meaning.IsKnown) unknown[place.Folder] = (place.Label, unknown.GetValueOrDefault(place.Folder).Count + 1);
        }

        RefuseOtherNumbers(source.Path, unknown.Values.Select(u => u.Label));
        if (pictures.Count == 0) throw new InvalidDataException(NothingKnown(source.Path, store.Files.Count, unknown.Keys));
        foreach (var (folder, (label, count)) in unknown)
        {
            bad.AddUseless(folder.Length == 0 ? "outside every folder" : folder, label is null
                ? $"no folder names the label of {Pictures(count)}"
                : $"the label \"{label}\" of {Pictures(count)} is no expression known here; map it with --label \"{label}=EXPRESSION\", or leave it out with --label \"{label}=\"", count);
        }

        return (pictures, pictures.Count + bad.Count);
    }

    // Data sets number their expressions in orders of their own; a number beyond FER2013's seven tells that it is not hers.
    private static void RefuseOtherNumbers(string path, IEnumerable<string?> labels)
    {
        if (labels.FirstOrDefault(l => l is not null && LabelMap.IsNumber(l)) is not { } number) return;
        throw new InvalidDataException(
            $"{path} has a folder \"{number}\", so its numbers are not FER2013's 0 to 6, and what they mean must be said with --label \"{number}=EXPRESSION\", for each of them.");
    }

    private static string NothingKnown(string path, int pictures, IEnumerable<string> folders)
    {
        if (pictures == 0) return $"{path} holds no pictures. Expected folders named after expressions, such as train/happy/x.jpg.";
        var names = folders.Where(f => f.Length > 0).Take(8).ToList();
        return names.Count == 0
            ? $"{path} holds {Pictures(pictures)}, but in no folders. Sort them into folders named after expressions, such as happy/x.jpg."
            : $"{path} holds no picture of a known expression; its folders are {string.Join(", ", names)}. Say what they mean, as in --label \"{names[0].Split('/')[^1]}=happiness\".";
    }

    private static string Pictures(int count) => count == 1 ? "1 picture" : $"{count} pictures";

    private readonly record struct LabelledPicture(PictureFile File, string Usage, Emotion Emotion);
}
