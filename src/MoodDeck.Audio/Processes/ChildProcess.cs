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
    public static async Task<ChildOutput> RunAsync(
        string program, IReadOnlyList<string> arguments, TimeSpan timeout, long maxOutputBytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (ChildStream.TryStart(program, arguments) is not { } child) return ChildOutput.Missing;
        await using (child)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(timeout);
            var output = new ByteSink(maxOutputBytes);
            try
            {
                var isWhole = await output.ReadFromAsync(child.Output, limit.Token);
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
