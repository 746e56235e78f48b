using MoodDeck.Core.Music;

namespace MoodDeck.Audio.Listening;

/// <summary>What listening to a track told.</summary>
/// <param name="Mood">The mood it expresses, with its spread.</param>
/// <param name="Features">What was heard.</param>
/// <param name="ContentId">By which the recording is known again after its file was moved, renamed or tagged anew: 32 hexadecimal digits made of the encoded audio's beginning and the length in whole seconds.</param>
/// <param name="LoudnessLufs">EBU R 128 loudness of the stretch listened to; null when nothing in it is louder than -70 LUFS.</param>
/// <param name="IsTruncated">Whether the stretch listened to ended clearly before the length the file states: it is half-written. A tear behind that stretch does not show.</param>
public sealed record TrackHearing(TrackMood Mood, TrackFeatures Features, string ContentId, double? LoudnessLufs, bool IsTruncated);
