using MoodDeck.Audio;
using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Midi;
using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tracks;

/// <summary>Listens to the files of labelled sets: audio as it is, MIDI through sound fonts.</summary>
/// <param name="renderer">Plays MIDI.</param>
/// <param name="decoder">Decodes audio.</param>
/// <param name="soundFonts">What MIDI is played with, each in turn.</param>
public sealed class TrackHearer(MidiRenderer renderer, AudioDecoder decoder, IReadOnlyList<string> soundFonts)
{
    private const double LearnSeconds = 90;
    private static readonly string[] s_midi = [".mid", ".midi"];

    /// <summary>Listens to every labelled file that is there, on all cores.</summary>
    /// <param name="data">A ZIP or TAR file or a folder with the files.</param>
    /// <param name="labels">What listeners said of them.</param>
    /// <param name="heard">Told how many are done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TrackDataException">Nothing can be heard at all: no file is there, or a program is missing.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<HeardTracks> HearAsync(string data, IReadOnlyList<TrackLabel> labels, Action<int> heard, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var files = ImageArchive.Read(data, labels.Select(l => l.File).ToHashSet(StringComparer.Ordinal));
        if (files.Count == 0) throw new TrackDataException($"{data} holds none of the {labels.Count} labelled files; the first is \"{labels[0].File}\".");
        if (soundFonts.Count == 0 && files.Keys.Any(IsMidi))
            throw new TrackDataException($"MIDI files need FluidSynth and a General MIDI sound font, and none was found. Install them with: {SoundFonts.Install}, or name one with --font.");
        var folder = Directory.CreateTempSubdirectory("mooddeck-tracks-");
        try
        {
            var (tracks, problems, done) = (new HeardTrack?[labels.Count], new string?[labels.Count], 0);
            await Parallel.ForAsync(0, labels.Count, cancellationToken, async (i, cancel) =>
            {
                var path = Path.Combine(folder.FullName, $"{i}{Path.GetExtension(labels[i].File)}");
                if (!files.TryGetValue(labels[i].File, out var bytes)) problems[i] = $"{labels[i].File}: not in {data}";
                else
                {
                    await File.WriteAllBytesAsync(path, bytes, cancel);
                    (tracks[i], problems[i]) = await HearAsync(labels[i], path, cancel);
                    File.Delete(path);
                }

                heard(Interlocked.Increment(ref done));
            });
            return new([.. tracks.OfType<HeardTrack>()], [.. problems.OfType<string>()]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsMidi(string file) => s_midi.Contains(Path.GetExtension(file).ToLowerInvariant());

    private async Task<(HeardTrack? Track, string? Problem)> HearAsync(TrackLabel label, string path, CancellationToken cancel)
    {
        List<float[]> rows = [];
        var stated = IsMidi(path) ? MidiKeys.Read(await File.ReadAllBytesAsync(path, cancel)) : [];
        MusicalKey? first = null;
        foreach (var font in IsMidi(path) ? soundFonts : [""])
        {
            var clip = font.Length > 0 ? await renderer.RenderAsync(path, font, cancel) : await decoder.DecodeAsync(path, cancellationToken: cancel);
            if (clip.Failure?.Problem == AudioProblem.ToolMissing) throw new TrackDataException(clip.Failure.Message);
            if (!clip.IsOk) return (null, clip.Failure.Message.Replace(path, label.File, StringComparison.Ordinal));
            var features = FeatureExtractor.Extract(Middle(clip.Value), cancel);
            rows.Add([.. features.Descriptors]);
            first ??= new(features.Tonic, features.IsMajor);
        }

        return (new(label, rows) { Key = stated.Count == 1 && first is { } heard ? (stated[0], heard) : null }, null);
    }

    // A little more than a scan listens to; whole pieces say more of what they were rated for.
    private static AudioClip Middle(AudioClip clip)
    {
        var most = (int)(LearnSeconds * clip.SampleRateHertz);
        return clip.Samples.Length <= most ? clip : clip with { Samples = clip.Samples.AsSpan((clip.Samples.Length - most) / 2, most).ToArray() };
    }
}
