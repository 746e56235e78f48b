using System.Runtime.InteropServices;
using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Processes;

namespace MoodDeck.Audio.Midi;

/// <summary>Plays MIDI files through FluidSynth and a sound font, faster than they sound. Safe for concurrent use.</summary>
public sealed class MidiRenderer(AudioToolOptions? options = null)
{
    // Two channels of 32-bit floats.
    private const int BytesPerSample = 2 * sizeof(float);
    private readonly AudioToolOptions _options = options ?? new();

    /// <summary>
    /// Renders a file to mono at <see cref="AudioDecoder.SampleRateHertz"/>, at most
    /// <see cref="AudioToolOptions.MaxDecodeSeconds"/> of it.
    /// </summary>
    /// <param name="path">A standard MIDI file.</param>
    /// <param name="soundFont">An SF2 or SF3 file; see <see cref="SoundFonts"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the child process is gone.</exception>
    public async Task<AudioResult<AudioClip>> RenderAsync(string path, string soundFont, CancellationToken cancellationToken = default)
    {
        if (AudioInput.Check(path) is { } unreadable) return unreadable;
        if (AudioInput.Check(soundFont) is { } noFont) return noFont;
        string[] arguments =
        [
            "-ni", "-q", "-r", $"{AudioDecoder.SampleRateHertz}", "-T", "raw", "-O", "float", "-F", "/dev/stdout", Path.GetFullPath(soundFont), Path.GetFullPath(path),
        ];
        var most = (long)(_options.MaxDecodeSeconds * AudioDecoder.SampleRateHertz) * BytesPerSample;
        var run = await ChildProcess.RunAsync(_options.FluidsynthPath, arguments, _options.DecodeTimeout, most, cancellationToken);
        if (run.End == ChildEnd.Missing)
            return new AudioFailure(AudioProblem.ToolMissing, $"The program \"{_options.FluidsynthPath}\" was not found. Install it, on Debian or Ubuntu with: {SoundFonts.Install}");
        if (run.ToolFailure(_options.FluidsynthPath, path, _options.DecodeTimeout) is { } failure) return failure;
        var stereo = MemoryMarshal.Cast<byte, float>(run.Output.Span[..(run.Output.Length / BytesPerSample * BytesPerSample)]);
        // FluidSynth ends well even when it understood nothing of the file.
        if (stereo.Length == 0) return new AudioFailure(AudioProblem.NotAudio, $"\"{path}\" is no MIDI file that FluidSynth can play. {run.Errors}".TrimEnd());
        var mono = new float[stereo.Length / 2];
        for (var i = 0; i < mono.Length; i++) mono[i] = 0.5f * (stereo[2 * i] + stereo[(2 * i) + 1]);
        return new AudioClip(mono, AudioDecoder.SampleRateHertz);
    }
}
