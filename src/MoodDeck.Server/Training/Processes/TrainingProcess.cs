using System.Diagnostics;

namespace MoodDeck.Server.Training.Processes;

/// <summary>A training this server started. It goes on when this is disposed.</summary>
internal sealed class TrainingProcess : IDisposable
{
    /// <summary>How long a grandchild may hold the output open after the training has ended.</summary>
    private static readonly TimeSpan s_lastWords = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly LastLine _error = new();

    /// <summary>Takes over a process whose output is redirected.</summary>
    public TrainingProcess(Process process)
    {
        _process = process;
        Mark = ProcessMark.Of(process.Id);
        // What it prints is read and forgotten, or it would stand still as soon as the pipe is full.
        Ended = EndAsync(Task.WhenAll(PumpAsync(process.StandardOutput, null), PumpAsync(process.StandardError, _error)));
    }

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>What tells it from a later process of the same number; null when it has ended already.</summary>
    public string? Mark { get; }

    /// <summary>Completes when it has ended: its exit code, and the last line it wrote to standard error, if any.</summary>
    public Task<(int ExitCode, string? LastError)> Ended { get; }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private async Task<(int ExitCode, string? LastError)> EndAsync(Task pumps)
    {
        await _process.WaitForExitAsync();
        await Task.WhenAny(pumps, Task.Delay(s_lastWords));
        return (_process.ExitCode, _error.Text);
    }

    private static async Task PumpAsync(StreamReader reader, LastLine? last)
    {
        var buffer = new char[4096];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0) last?.Add(buffer.AsSpan(0, read));
    }
}
