using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening.Describing;

namespace MoodDeck.Audio.Listening;

/// <summary>
/// Numbers that describe a stretch of music: loudness, timbre, rhythm, notes and harmony. What a mood model hears. All are
/// finite, and as many and in the same order for every clip.
/// </summary>
public sealed class TrackDescriptors
{
    private static readonly Lazy<IReadOnlyList<string>> s_names = new(() => Write(new AudioClip(new float[AudioDecoder.SampleRateHertz * 2], AudioDecoder.SampleRateHertz)).Writer.Names);

    private TrackDescriptors(ClipSpectra spectra, float[] values) => (Spectra, Values) = (spectra, values);

    /// <summary>What each is called, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names => s_names.Value;

    /// <summary>One for each of <see cref="Names"/>.</summary>
    public IReadOnlyList<float> Values { get; }

    internal ClipSpectra Spectra { get; }

    /// <summary>Listens to a clip; of one shorter than a frame (372 ms) there is little to tell.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static TrackDescriptors Of(AudioClip clip, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var (spectra, writer) = Write(clip, cancellationToken);
        return new(spectra, [.. writer.Values]);
    }

    private static (ClipSpectra Spectra, DescriptorWriter Writer) Write(AudioClip clip, CancellationToken cancellationToken = default)
    {
        var spectra = ClipSpectra.Of(clip, cancellationToken);
        DescriptorWriter writer = new();
        LoudnessDescriber.Describe(spectra, writer);
        TimbreDescriber.Describe(spectra, writer);
        RhythmDescriber.Describe(spectra, writer);
        NotesDescriber.Describe(spectra, writer);
        HarmonyDescriber.Describe(spectra, writer);
        IntervalDescriber.Describe(spectra, writer);
        BassDescriber.Describe(spectra, writer);
        MelodyDescriber.Describe(spectra, writer);
        PulseDescriber.Describe(spectra, writer);
        return (spectra, writer);
    }
}
