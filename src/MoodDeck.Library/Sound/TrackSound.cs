using MoodDeck.Audio.Listening;
using MoodDeck.Recommend.Groups;

namespace MoodDeck.Library.Sound;

/// <summary>What an audio file is made of.</summary>
/// <param name="Codec">As ffprobe names it.</param>
/// <param name="Container">As ffprobe names it; null when it does not.</param>
/// <param name="SampleRateHertz">Samples a second.</param>
/// <param name="Channels">Channels.</param>
/// <param name="BitRate">Bits a second; null when unknown.</param>
/// <param name="StartPadding">Samples of silence that an encoder put in front; 0 where there are none.</param>
/// <param name="SizeBytes">Bytes.</param>
public sealed record AudioFacts(string Codec, string? Container, int SampleRateHertz, int Channels, long? BitRate, int StartPadding, long SizeBytes);

/// <summary>How the loudness of a whole file runs.</summary>
/// <param name="RangeLu">Loudness range (EBU Tech 3342) in LU; null where it is too short or too quiet for one.</param>
/// <param name="StepSeconds">From one point of the curve to the next.</param>
/// <param name="Lufs">The curve, in LUFS.</param>
public sealed record LoudnessCourse(double? RangeLu, double StepSeconds, IReadOnlyList<float> Lufs);

/// <summary>What is known of a track's sound.</summary>
/// <param name="Features">What was heard in its excerpts.</param>
/// <param name="MoodModel">The model that told its mood from them; null where the file states it.</param>
/// <param name="Facts">Its file.</param>
/// <param name="Course">Null until all of it was measured.</param>
public sealed record TrackSound(TrackFeatures Features, string? MoodModel, AudioFacts Facts, LoudnessCourse? Course = null);

/// <summary>What was heard in tracks.</summary>
public interface ITrackSounds
{
    /// <summary>What is known of a track's sound; null when nobody has listened to it.</summary>
    Task<TrackSound?> FindAsync(string trackId, CancellationToken cancellationToken = default);

    /// <summary>The models that told the moods of all tracks that somebody listened to, by track; null where the file states its mood.</summary>
    Task<IReadOnlyDictionary<string, string?>> ModelsAsync(CancellationToken cancellationToken = default);

    /// <summary>How tracks sound in the few figures that tell groups apart, by track; those nobody listened to are left out.</summary>
    Task<IReadOnlyDictionary<string, TrackTone>> TonesAsync(IReadOnlyList<string> trackIds, CancellationToken cancellationToken = default);
}
