using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace MoodDeck.Library.Storage;

/// <summary>Connects the SQLite binding to the system's own library, once per process.</summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<string?> Problem = new(Load);

    /// <summary>Makes SQLite ready.</summary>
    /// <exception cref="LibraryException">It is not installed.</exception>
    public static void EnsureLoaded()
    {
        if (Problem.Value is { } problem) throw new LibraryException(problem);
    }

    private static string? Load()
    {
        var binding = typeof(SQLite3Provider_e_sqlite3).Assembly;
        if (!TryLoad(binding, out _)) return "SQLite is not installed. On Debian or Ubuntu: sudo apt-get install libsqlite3-0";
        NativeLibrary.SetDllImportResolver(binding, (name, assembly, _) =>
            name == "e_sqlite3" && TryLoad(assembly, out var handle) ? handle : 0);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
        // No connection is used by two threads at once, so that none needs a lock around each call. Nobody asks how much memory all of
        // them have, which they would have to count together. Where several are busy at once, both are much of the time.
        if (raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD) != raw.SQLITE_OK || raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0) != raw.SQLITE_OK)
            return "SQLite was started before MoodDeck could set it up.";
        return null;
    }

    private static bool TryLoad(Assembly assembly, out nint handle)
    {
        foreach (var name in (string[])["libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib", "winsqlite3"])
            if (NativeLibrary.TryLoad(name, assembly, null, out handle)) return true;
        handle = 0;
        return false;
    }
}
