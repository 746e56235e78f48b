using MoodDeck.Audio.Probing;

namespace MoodDeck.Server.Folders;

/// <summary>One folder, and when something changed in it.</summary>
internal sealed class WatchedFolder : IDisposable
{
    private readonly TimeProvider _time;
    private readonly FileSystemWatcher? _watcher;
    private readonly Lock _lock = new();
    private long? _firstChange, _lastChange;

    public WatchedFolder(string path, TimeProvider time)
    {
        (Path, _time) = (path, time);
        try
        {
            _watcher = new(path) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
            _watcher.Created += (_, e) => NoteChange(e.FullPath, mayBeGone: false);
            _watcher.Changed += (_, e) => NoteChange(e.FullPath, mayBeGone: false);
            _watcher.Deleted += (_, e) => NoteChange(e.FullPath, mayBeGone: true);
            _watcher.Renamed += (_, e) =>
            {
                NoteChange(e.OldFullPath, mayBeGone: true);
                NoteChange(e.FullPath, mayBeGone: false);
            };
            _watcher.Error += (_, _) => NoteChange(); // too much at once to tell what
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

    /// <summary>Whether it is time to scan it, by what changed and by how the last scan of it ended.</summary>
    public bool IsDue(WatchOptions options, ScanEnd? end)
    {
        lock (_lock)
        {
            var hasChanged = (_lastChange is { } last && _time.GetElapsedTime(last) >= options.Quiet)
                || (_firstChange is { } first && _time.GetElapsedTime(first) >= options.Longest);
            return end switch
            {
                null => true,
                // Whoever stopped it wants it to be still.
                { How: ScanAnswer.Stopped } => hasChanged,
                { How: ScanAnswer.Failed, At: var at } => _time.GetElapsedTime(at) >= options.AfterFailure,
                { At: var at } => hasChanged || _time.GetElapsedTime(at) >= options.Round,
            };
        }
    }

    /// <summary>Notes that a scan of it begins, which sees what has changed until now.</summary>
    public void NoteScan()
    {
        lock (_lock) (_firstChange, _lastChange) = (null, null);
    }

    public void Dispose() => _watcher?.Dispose();

    // Other files in a folder of music are nobody's business, and a browser that keeps its cache there changes them all the time. What went
    // away under a name without an ending may have been a folder.
    private void NoteChange(string path, bool mayBeGone)
    {
        if (AudioFormats.IsAudioName(path) || path.EndsWith(".lrc", StringComparison.OrdinalIgnoreCase) || Directory.Exists(path) || (mayBeGone && !System.IO.Path.HasExtension(path))) NoteChange();
    }

    private void NoteChange()
    {
        lock (_lock)
        {
            _lastChange = _time.GetTimestamp();
            _firstChange ??= _lastChange;
        }
    }
}
