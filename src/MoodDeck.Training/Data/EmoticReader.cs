using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Data;

/// <summary>
/// Reads EMOTIC's annotations: one row per person, with valence, arousal and dominance from 1 to 10. Its 26 categories,
/// several to a person, say what a scene feels like rather than what a face shows and are not read.
/// </summary>
internal static class EmoticReader
{
    public static FaceImageSet Read(FaceDataSource source, EmoticColumns columns, string? cacheFolder)
    {
        var bad = new BadRows();
        var rows = Parse(source.Path, columns, bad, out var total);
        using var pictures = EmoticPictures.Open(source, rows);
        var files = rows.ConvertAll(pictures.Find);
        var cache = cacheFolder is null ? null : FaceImageCache.For(
            source.Path, cacheFolder, $"emotic\n{PictureKey.Reading(source)}\n{string.Join('\n', files.Select(f => f is { } file ? pictures.Store.KeyOf(file.File) : ""))}");
        return FaceImageCache.ReadThrough(cache, () => Cut(source, rows, files, pictures.Store, bad, total), source.Path);
    }

    private static List<EmoticRow> Parse(string path, EmoticColumns columns, BadRows bad, out int total)
    {
        using var reader = Utf8LineReader.Open(path);
        reader.TryRead(out _, out _);
        var rows = new List<EmoticRow>();
        total = 0;
        while (reader.TryRead(out var line, out var tooLong))
        {
            if (line.IsEmpty && !tooLong) continue;
            total++;
            EmoticRow row = default;
            var problem = tooLong ? $"longer than {Utf8LineReader.MaxLineBytes} bytes" : columns.TryRead(line, reader.LineNumber, out row);
            if (problem is not null) bad.Add(reader.LineNumber, problem);
            else if (row.Vad.All(float.IsNaN)) bad.AddUseless(row.Where, "valence, arousal and dominance are unknown");
            else rows.Add(row);
        }

        bad.Judge(path, total);
        return rows;
    }

    private static FaceImageSet Cut(
        FaceDataSource source, List<EmoticRow> rows, List<(PictureFile File, bool IsPersonAlone)?> files, IPictureStore store, BadRows bad, int total)
    {
        using var cutter = new FaceCutter(source.Crop, source.FaceModelPath);
        var faces = FaceBatch.Cut(rows.Count, source.Threads, (i, target) =>
        {
            if (files[i] is not { } file) return CutOutcome.Damaged("there is no such picture");
            if (store.TryRead(file.File, out var problem) is not { } bytes) return CutOutcome.Damaged(problem!);
            if (!file.IsPersonAlone) return cutter.Cut(bytes, rows[i].Box, target);
            using var person = NumPyPicture.TryRead(bytes, out problem);
            return person is null ? CutOutcome.Damaged(problem!) : cutter.Cut(person, new FaceBox(0, 0, person.Width, person.Height), target);
        });
        var good = faces.Collect(i => rows[i].Where, bad);
        bad.Judge(source.Path, total);
        var byName = UsageOf(source.Path);
        var usages = good.Select(i => rows[i].Usage is { Length: > 0 } own ? FolderLayout.UsageOf(own) ?? own : byName).ToList();
        var usageNames = usages.Distinct().ToList();
        if (usageNames.Count > byte.MaxValue) throw new InvalidDataException($"{source.Path} names {usageNames.Count} usages, at most {byte.MaxValue} are kept apart.");
        var labels = new byte[good.Length];
        Array.Fill(labels, FaceImageSet.NoLabel);
        return new FaceImageSet
        {
            Pixels = faces.PixelsOf(good),
            Labels = labels,
            Usages = [.. usages.Select(u => (byte)usageNames.IndexOf(u))],
            UsageNames = usageNames,
            SourceRows = good,
            SourceRowCount = rows.Count,
            Bad = bad,
            Vad = [.. good.SelectMany(i => rows[i].Vad)],
            Names = [.. good.Select(i => rows[i].Where)],
            Origins = [new FaceOrigin(source.Path, 0)],
        };
    }

    // train.csv, annots_val.csv, emotic-test.csv.gz
    private static string UsageOf(string path) =>
        Path.GetFileName(path).Split('_', '-', '.', ' ').Select(FolderLayout.UsageOf).FirstOrDefault(u => u is not null) ?? FolderLayout.DefaultUsage;
}
