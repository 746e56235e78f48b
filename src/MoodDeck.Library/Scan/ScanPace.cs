namespace MoodDeck.Library.Scan;

/// <summary>How fast files are read: over the last minute, so that a stretch of short pieces does not promise too much for long.</summary>
internal sealed class ScanPace(TimeProvider time)
{
    // Of fewer files or a shorter time nothing can be told.
    private const int FewFiles = 3;
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1), s_shortest = TimeSpan.FromSeconds(2);
    private readonly Queue<long> _ends = new([time.GetTimestamp()]);

    /// <summary>Notes that a file was read.</summary>
    public void Note()
    {
        _ends.Enqueue(time.GetTimestamp());
        while (_ends.Count > FewFiles + 1 && time.GetElapsedTime(_ends.Peek()) > s_window) _ends.Dequeue();
    }

    /// <summary>Files a second, and how long so many more will take; null while that cannot be told.</summary>
    public (double FilesPerSecond, TimeSpan Remaining)? Of(int left)
    {
        var span = time.GetElapsedTime(_ends.Peek());
        if (_ends.Count <= FewFiles || span < s_shortest) return null;
        var rate = (_ends.Count - 1) / span.TotalSeconds;
        return (rate, TimeSpan.FromSeconds(left / rate));
    }
}
