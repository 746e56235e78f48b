using MoodDeck.Audio.Probing;

namespace MoodDeck.Server.Folders;

/// <summary>One folder, and when something changed in it.</summary>
internal sealed class WatchedFolder : IDisposable
{
    private readonly TimeProvider _time;
    private readonly FileSystemWatcher? _watcher;
    private readonly Lock _lock = new();
    private long? _firstChange, _lastChange, _scanned;

    public WatchedFolder(string path, TimeProvider time)
    {
        (Path, _time) = (path, time);
        try
        {
            _watcher = new(path) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
            _watcher.Created += (_, e) => NoteChange(e.FullPath);
            _watcher.Changed += (_, e) => NoteChange(e.FullPath);
            _watcher.Deleted += (_, _) => NoteChange(null);
            _watcher.Renamed += (_, _) => NoteChange(null);
            _watcher.Error += (_, _) => NoteChange(null); // too much at once to tell what
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The system has no more watches to give, or cannot watch this drive.
            _watcher?.Dispose();
            _watcher = null;
        }
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Whether the system tells of changes.</summary>
    public bool TellsOfChanges => _watcher is not null;

    /// <summary>Whether it is time to scan it.</summary>
    public bool IsDue(WatchOptions options)
    {
        lock (_lock)
        {
            return _scanned is not { } scanned || _time.GetElapsedTime(scanned) >= options.Round
                || (_lastChange is { } last && _time.GetElapsedTime(last) >= options.Quiet)
                || (_firstChange is { } first && _time.GetElapsedTime(first) >= options.Longest);
        }
    }

    /// <summary>Notes that a scan of it begins.</summary>
    public void NoteScan()
    {
        lock (_lock) (_scanned, _firstChange, _lastChange) = (_time.GetTimestamp(), null, null);
    }

    public void Dispose() => _watcher?.Dispose();

    // Other files in a folder of music are nobody's business; what went away may have been a folder.
    private void NoteChange(string? path)
    {
        if (path is not null && !AudioFormats.IsAudioName(path) && !path.EndsWith(".lrc", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path)) return;
        lock (_lock)
        {
            _lastChange = _time.GetTimestamp();
            _firstChange ??= _lastChange;
        }
    }
}
