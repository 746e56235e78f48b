namespace MoodDeck.Library.Jobs;

/// <summary>
/// Files that others asked for work on and that this machine does not see: its folders may not be mounted here, or elsewhere. Work on
/// them is left to others, and after a while it is looked again.
/// </summary>
internal sealed class UnseenFiles(TimeProvider time)
{
    // From so many beside each other on, their folder is taken for empty here: a drive that is not connected leaves one behind.
    private const int MostBesideEachOther = 16;
    private static readonly TimeSpan s_forgetAfter = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private DateTimeOffset _since = time.GetUtcNow();

    /// <summary>Where nothing was seen lately, as ranges of paths.</summary>
    public IReadOnlyList<PathRange> Ranges
    {
        get
        {
            lock (_lock)
            {
                ForgetOld();
                return [.. _places.SelectMany(p => (PathRange[])[PathRange.Only(p), PathRange.Below(p)])];
            }
        }
    }

    /// <summary>Whether a file is there; where it is not, the highest folder on its way that is missing, or the file itself.</summary>
    public bool Sees(string path, out string missing)
    {
        missing = path;
        if (File.Exists(path)) return true;
        for (var parent = Path.GetDirectoryName(path); parent is not null && !Directory.Exists(parent); parent = Path.GetDirectoryName(parent)) missing = parent;
        lock (_lock)
        {
            ForgetOld();
            if (_places.FirstOrDefault(p => FolderTree.IsBelow(path, p)) is { } known)
            {
                missing = known;
                return false;
            }

            _places.Add(missing);
            if (Path.GetDirectoryName(missing) is not { } folder) return false;
            var beside = _places.Where(p => Path.GetDirectoryName(p) == folder).ToList();
            if (beside.Count < MostBesideEachOther) return false;
            _places.ExceptWith(beside);
            _places.Add(missing = folder);
        }

        return false;
    }

    private void ForgetOld()
    {
        var now = time.GetUtcNow();
        if (now - _since < s_forgetAfter) return;
        _since = now;
        _places.Clear();
    }
}
