namespace MoodDeck.Audio;

/// <summary>Where the programs are that audio is read with, and how long they may take.</summary>
public sealed record AudioToolOptions
{
    /// <summary>The ffmpeg program: a name looked up on the path, or a full path. Default <c>ffmpeg</c>.</summary>
    public string FfmpegPath { get; init; } = "ffmpeg";

    /// <summary>The ffprobe program: a name looked up on the path, or a full path. Default <c>ffprobe</c>.</summary>
    public string FfprobePath { get; init; } = "ffprobe";

    /// <summary>The FluidSynth program, which only MIDI files need: a name looked up on the path, or a full path. Default <c>fluidsynth</c>.</summary>
    public string FluidsynthPath { get; init; } = "fluidsynth";

    /// <summary>How long reading one file's tags may take before its process is killed. Default 20 s.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long decoding one file may take before its process is killed. Default 2 minutes.</summary>
    public TimeSpan DecodeTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long measuring one whole file may take before its process is killed. Default 15 minutes, for recordings of many hours.</summary>
    public TimeSpan MeasureTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long encoding one file may take before its process is killed. Default 5 minutes.</summary>
    public TimeSpan EncodeTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest stretch decoded at once, in seconds, whatever a file claims. Default 1,200 s (about 106 MB).</summary>
    public double MaxDecodeSeconds { get; init; } = 1200;

    /// <summary>The largest embedded cover taken out of a file, in bytes. Default 16 MiB.</summary>
    public int MaxCoverBytes { get; init; } = 16 << 20;
}
