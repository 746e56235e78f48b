using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MoodDeck.Server.Training.Processes;

/// <summary>Asking a process to end, and ending it.</summary>
internal static partial class Signals
{
    private const int Terminate = 15, KillNow = 9;

    /// <summary>
    /// Asks it to end, so that it writes its checkpoint first. Not SIGINT, which a process inherits as ignored from a server that
    /// a script started in the background. On Windows, which has no such call, it is ended; the last epoch's checkpoint is kept.
    /// </summary>
    public static void AskToEnd(int processId) => Send(processId, Terminate);

    /// <summary>Ends it at once.</summary>
    public static void End(int processId) => Send(processId, KillNow);

    private static void Send(int processId, int signal)
    {
        if (!OperatingSystem.IsWindows())
        {
            // It may have ended by itself meanwhile, which is as well.
            _ = Kill(processId, signal);
            return;
        }

        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // Ended already.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
