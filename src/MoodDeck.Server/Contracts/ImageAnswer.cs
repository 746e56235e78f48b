using System.Text.Json.Serialization;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Server.Contracts;

/// <summary>One picture: its faces and its mood, or why it could not be read.</summary>
/// <param name="Path">Its path as it was given; null for a picture that came over the network.</param>
/// <param name="Width">Width in pixels, as displayed; 0 when it could not be read.</param>
/// <param name="Height">Height in pixels, as displayed; 0 when it could not be read.</param>
/// <param name="Faces">Its faces, surest first; may be empty.</param>
/// <param name="Mood">What all faces say together; null when there are none.</param>
/// <param name="ElapsedMs">How long reading it took, in milliseconds.</param>
public sealed record ImageAnswer(
    string? Path, int Width, int Height, IReadOnlyList<FaceAnswer> Faces, MoodAnswer? Mood, double ElapsedMs)
{
    /// <summary>Why it could not be read; absent when it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>The reading as it is answered.</summary>
    public static ImageAnswer Of(PhotoReading reading, string? path)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new(
            path, reading.Width, reading.Height, [.. reading.Faces.Select(FaceAnswer.Of)],
            reading.Mood is null ? null : MoodAnswer.Of(reading.Mood), Math.Round(reading.Times.TotalMs, 2));
    }

    /// <summary>A picture that could not be read.</summary>
    public static ImageAnswer Bad(string path, string error) => new(path, 0, 0, [], null, 0) { Error = error };
}
