using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MoodDeck.Audio.Processes;

/// <summary>
/// A program whose output is read while it runs, with its arguments as a list and never through a shell. It is killed when
/// this is disposed; should this process be killed, the next thing the program writes ends it.
/// </summary>
internal sealed class ChildStream : IAsyncDisposable
{
    private const int MaxErrorChars = 4096;

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ChildStream(Process process)
    {
        _process = process;
        process.StandardInput.Close();
        _errors = ReadErrorsAsync(process.StandardError);
    }

    /// <summary>What it writes to standard output, without end of its own: read it, or the program waits.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>The number the system knows it by.</summary>
    public int Id => _process.Id;

    /// <summary>Starts <paramref name="program"/>; null when there is no such program.</summary>
    public static ChildStream? TryStart(string program, IReadOnlyList<string> arguments)
    {
        var process = new Process { StartInfo = StartInfo(program, arguments) };
        try
        {
            process.Start();
            return new(process);
        }
        catch (Win32Exception)
        {
            process.Dispose();
            return null;
        }
    }

    /// <summary>Ends it, whatever it is doing.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>Its exit code and what it complained of (the first 4,096 characters), once it has ended.</summary>
    public async Task<(int ExitCode, string Errors)> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, await _errors.WaitAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        // The process leaves its pipes to whoever asked for them.
        _process.StandardOutput.Dispose();
        _process.StandardError.Dispose();
        _process.Dispose();
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
    private static async Task<string> ReadErrorsAsync(StreamReader reader)
    {
        var kept = new StringBuilder();
        var buffer = new char[1024];
        try
        {
            int read;
            while ((read = await reader.ReadAsync(buffer, CancellationToken.None)) > 0)
                kept.Append(buffer, 0, Math.Min(read, MaxErrorChars - kept.Length));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // It was killed, and nobody asks for its last words.
        }

        return kept.ToString().Trim();
    }
}
