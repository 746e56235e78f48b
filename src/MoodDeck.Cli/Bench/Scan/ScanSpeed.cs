namespace MoodDeck.Cli.Bench.Scan;

/// <summary>How fast music is listened to on this machine.</summary>
/// <param name="Files">Files that were heard.</param>
/// <param name="Failed">Files that could not be.</param>
/// <param name="Threads">Files read side by side.</param>
/// <param name="AudioSeconds">How long the files that were heard are together.</param>
/// <param name="ListenedSeconds">How much of that was decoded and described.</param>
/// <param name="WallSeconds">How long it took.</param>
/// <param name="CpuSeconds">Processor time of MoodDeck and of ffmpeg and ffprobe.</param>
/// <param name="RealTimePerCore">Seconds of music dealt with in a second of processor time.</param>
/// <param name="ListenedPerCore">Seconds really listened to in a second of processor time.</param>
/// <param name="SongsPerHour">Files an hour with these threads.</param>
/// <param name="Aubio">aubio on the same files; null where it is not installed.</param>
internal sealed record ScanSpeed(
    int Files, int Failed, int Threads, double AudioSeconds, double ListenedSeconds, double WallSeconds, double CpuSeconds,
    double RealTimePerCore, double ListenedPerCore, double SongsPerHour, AubioSpeed? Aubio);

/// <summary>What aubio's tempo finder does on the files that MoodDeck heard.</summary>
/// <param name="Files">Files it found a tempo in.</param>
/// <param name="RealTimePerCore">Seconds of music in a second of its processor time, for the tempo alone.</param>
/// <param name="Compared">Files in which both found one.</param>
/// <param name="SameTempo">Share of them within 4 % of each other.</param>
/// <param name="SameUpToOctave">The same, half and double counted as alike.</param>
internal sealed record AubioSpeed(int Files, double RealTimePerCore, int Compared, double SameTempo, double SameUpToOctave);
