namespace MoodDeck.Library.Scan;

/// <summary>How scans work.</summary>
/// <param name="FilesAtOnce">How many files are read at once, at least 1.</param>
public sealed record ScanOptions(int FilesAtOnce)
{
    /// <summary>As many as there are cores, up to eight: a disk gains little from more.</summary>
    public static ScanOptions AllCores { get; } = new(Math.Clamp(Environment.ProcessorCount, 1, 8));

    /// <summary>One core less, for a server that plays music and reads faces meanwhile.</summary>
    public static ScanOptions BesideOthers { get; } = new(Math.Max(1, AllCores.FilesAtOnce - 1));
}
