using System.Globalization;
using System.Security.Cryptography;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Listening;

/// <summary>
/// A name for a recording as it is encoded, which stays when its file is moved, renamed, tagged anew or given another cover, and changes
/// when it is encoded anew: codec, sampling rate and channels, the encoded audio of about the first half minute, and the length in whole
/// seconds, by which a long and a short version with one beginning are told apart.
/// </summary>
internal static class ContentId
{
    /// <summary>32 hexadecimal digits, lower case.</summary>
    public static string Of(AudioInfo info, string packetHash)
    {
        // Where no header states it the length is worked out from the file's size, to which tags add fractions of a second.
        var seconds = info.DurationSeconds is { } duration ? Math.Round(duration).ToString(CultureInfo.InvariantCulture) : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{info.Codec}/{info.SampleRateHertz}/{info.Channels}/{seconds}/{packetHash}");
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
