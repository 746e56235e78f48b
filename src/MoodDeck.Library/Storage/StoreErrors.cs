namespace MoodDeck.Library;

/// <summary>Turns what the disk reports into sentences a user can act on.</summary>
internal static class StoreErrors
{
    private const int DiskFull = 0x70;          // ERROR_DISK_FULL, which .NET also reports for ENOSPC

    public static string ReasonOf(Exception e) => e switch
    {
        UnauthorizedAccessException => "permission denied.",
        IOException { HResult: var code } when (code & 0xFFFF) is DiskFull or 28 => "the disk is full.",
        _ => e.Message.TrimEnd('.') + ".",
    };
}
