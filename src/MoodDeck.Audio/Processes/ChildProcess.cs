using System.ComponentModel;
using System.Diagnostics;

namespace MoodDeck.Audio.Processes;

/// <summary>Runs one program to its end, with its arguments as a list and never through a shell.</summary>
internal static class ChildProcess
{
    private const int MaxErrorChars = 4096;

    /// <summary>
    /// Runs <paramref name="program"/> and returns what it wrote to standard output, of which at most
    /// <paramref name="maxOutputBytes"/> are kept; the child is killed once it writes more, once
    /// <paramref name="timeout"/> has passed, and when the caller cancels.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; the child is gone by then.</exception>
    public static Task<ChildOutput> RunAsync(
        string program, IReadOnlyList<string> arguments, TimeSpan timeout, long maxOutputBytes, CancellationToken cancellationToken)
    {
        var output = new ByteSink(maxOutputBytes);
        return RunAsync(program, arguments, timeout, output, output.ReadFromAsync, cancellationToken);
    }

    /// <summary>
    /// Runs <paramref name="program"/> and gives what it writes to standard output to <paramref name="read"/> as it comes; otherwise as
    /// <see cref="RunAsync(string, IReadOnlyList{string}, TimeSpan, long, CancellationToken)"/>.
    /// </summary>
    public static Task<ChildOutput> StreamAsync(
        string program, IReadOnlyList<string> arguments, TimeSpan timeout, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken) =>
        RunAsync(program, arguments, timeout, new ByteSink(0), async (stream, cancel) =>
        {
            await read(stream, cancel);
            return true;
        }, cancellationToken);

    private static async Task<ChildOutput> RunAsync(
        string program, IReadOnlyList<string> arguments, TimeSpan timeout, ByteSink output, Func<Stream, CancellationToken, Task<bool>> read,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = StartInfo(program, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return ChildOutput.Missing;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        process.StandardInput.Close();
        try
        {
            var errors = ReadErrorsAsync(process.StandardError, limit.Token);
            var isWhole = await read(process.StandardOutput.BaseStream, limit.Token);
            if (!isWhole) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(limit.Token);
            return new(isWhole ? ChildEnd.Exited : ChildEnd.OutputFull, process.ExitCode, output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return new(ChildEnd.TimedOut, -1, output, "");
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static ProcessStartInfo StartInfo(string program, IReadOnlyList<string> arguments)
    {
        var info = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments) info.ArgumentList.Add(argument);
        return info;
    }

    // The pipe must be drained to its end or the child blocks on it, but a child may complain without end.
    private static async Task<string> ReadErrorsAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var kept = new System.Text.StringBuilder();
        var buffer = new char[1024];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
            kept.Append(buffer, 0, Math.Min(read, MaxErrorChars - kept.Length));
        return kept.ToString().Trim();
    }
}
