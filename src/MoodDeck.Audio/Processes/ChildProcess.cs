namespace MoodDeck.Audio.Processes;

/// <summary>Runs one program to its end.</summary>
internal static class ChildProcess
{
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
        if (ChildStream.TryStart(program, arguments) is not { } child) return ChildOutput.Missing;
        await using (child)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(timeout);
            try
            {
                var isWhole = await read(child.Output, limit.Token);
                if (!isWhole) child.Kill();
                var (exitCode, errors) = await child.WaitAsync(limit.Token);
                return new(isWhole ? ChildEnd.Exited : ChildEnd.OutputFull, exitCode, output, errors);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new(ChildEnd.TimedOut, -1, output, "");
            }
        }
    }
}
