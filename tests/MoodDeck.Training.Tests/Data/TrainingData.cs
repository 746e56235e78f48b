namespace MoodDeck.Training.Tests.Data;

/// <summary>
/// Finds real data sets: in the folder MOODDECK_TRAINING_DATA names, else in ../shared/data beside the repository. Tests
/// that need them are skipped without.
/// </summary>
internal static class TrainingData
{
    public static string Require(params string[] path)
    {
        var folder = Environment.GetEnvironmentVariable("MOODDECK_TRAINING_DATA") ?? BesideRepository();
        var file = folder is null ? "" : Path.Combine([folder, .. path]);
        Assert.SkipUnless(File.Exists(file), $"{string.Join('/', path)} is not here; set MOODDECK_TRAINING_DATA to the folder of the data sets.");
        return file;
    }

    private static string? BesideRepository()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
                if (File.Exists(Path.Combine(at.FullName, "MoodDeck.slnx"))) return Path.Combine(at.FullName, "..", "shared", "data");
        return null;
    }
}
