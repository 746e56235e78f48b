namespace MoodDeck.Audio.Decoding;

/// <summary>Stretches of a file, decoded for listening.</summary>
/// <param name="Sound">The stretches, one after the other, in one or two channels.</param>
/// <param name="PacketHash">32 hexadecimal digits that stand for the beginning of the file's encoded audio, whatever its tags; null when ffmpeg told none.</param>
public sealed record Excerpt(StereoClip Sound, string? PacketHash);
