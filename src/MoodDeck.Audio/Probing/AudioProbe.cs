using System.Text.Json;
using MoodDeck.Audio.Processes;

namespace MoodDeck.Audio.Probing;

/// <summary>Reads a file's tags, length and format with ffprobe. Safe for concurrent use.</summary>
public sealed class AudioProbe(AudioToolOptions? options = null)
{
    private readonly AudioToolOptions _options = options ?? new();

    /// <summary>
    /// What the file says about itself, or why it cannot be read: <see cref="AudioProblem.Missing"/>,
    /// <see cref="AudioProblem.Empty"/>, <see cref="AudioProblem.Truncated"/>, <see cref="AudioProblem.NotAudio"/>,
    /// <see cref="AudioProblem.TimedOut"/> or <see cref="AudioProblem.ToolMissing"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; the child process is gone.</exception>
    public async Task<AudioResult<AudioInfo>> ProbeAsync(string path, CancellationToken cancellationToken = default)
    {
        if (AudioInput.Check(path) is { } unreadable) return unreadable;
        string[] arguments = ["-v", "error", .. AudioInput.Arguments(path), "-show_format", "-show_streams", "-of", "json"];
        var run = await ChildProcess.RunAsync(_options.FfprobePath, arguments, _options.ProbeTimeout, 8 << 20, cancellationToken);
        if (run.ToolFailure(_options.FfprobePath, path, _options.ProbeTimeout) is { } failure) return failure;
        if (!run.IsSuccess) return AudioInput.Unplayable(path);
        try
        {
            return ProbeReply.Parse(run.Output.Memory) is { SampleRateHertz: > 0 } info ? info : AudioInput.Unplayable(path);
        }
        catch (JsonException e)
        {
            return new AudioFailure(AudioProblem.Failed, $"ffprobe's answer about \"{path}\" could not be read: {e.Message}");
        }
    }
}
