using Microsoft.Data.Sqlite;

namespace MoodDeck.Library;

/// <summary>Turns what the disk and SQLite report into sentences a user can act on.</summary>
internal static class StoreErrors
{
    private const int DiskFull = 0x70;          // ERROR_DISK_FULL, which .NET also reports for ENOSPC

    public static string ReasonOf(Exception e) => e switch
    {
        UnauthorizedAccessException => "permission denied.",
        IOException { HResult: var code } when (code & 0xFFFF) is DiskFull or 28 => "the disk is full.",
        _ => e.Message.TrimEnd('.') + ".",
    };

    /// <summary>The exception to throw for a failure of the database at <paramref name="path"/>.</summary>
    public static LibraryException Of(SqliteException e, string path) => new(e.SqliteErrorCode switch
    {
        5 or 6 => $"The database {path} is busy with another MoodDeck process. Try again when that has ended.",
        8 => $"The database {path} is read-only. Give yourself write permission, or choose another folder with --data DIR.",
        11 => $"The database {path} is damaged. Restore it from a backup, or move it away to start with a fresh one.",
        13 => $"The disk that holds {path} is full. Free some space and try again; nothing was half written.",
        14 => $"The database {path} cannot be opened. Check that its folder exists and that you may write there.",
        26 => $"The file {path} is not a MoodDeck database. Move it away to start with a fresh one.",
        _ => $"The database {path} failed: {e.Message}",
    }, e);
}
