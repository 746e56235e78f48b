using System.Text.Json.Serialization;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Server.Contracts;

/// <summary>One picture: its faces and its mood, or why it could not be read.</summary>
public sealed record ImageAnswer
{
    /// <summary>The file as it was named; null for a picture that came in a request.</summary>
    public string? Path { get; init; }

    /// <summary>Width in pixels as displayed; null when it could not be read.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels as displayed; null when it could not be read.</summary>
    public int? Height { get; init; }

    /// <summary>Its faces, surest first.</summary>
    public IReadOnlyList<FaceAnswer> Faces { get; init; } = [];

    /// <summary>What all its faces say together; null when there are none.</summary>
    public MoodAnswer? Mood { get; init; }

    /// <summary>How long it took, decoding included; null when it could not be read.</summary>
    public double? ElapsedMs { get; init; }

    /// <summary>Why it could not be read and what to do; not there for one that could.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>A picture that was read.</summary>
    public static ImageAnswer Of(string? path, PhotoReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new()
        {
            Path = path,
            Width = reading.Width,
            Height = reading.Height,
            Faces = [.. reading.Faces.Select(FaceAnswer.Of)],
            Mood = reading.Mood is { } mood ? MoodAnswer.Of(mood) : null,
            ElapsedMs = Math.Round(reading.Times.TotalMs, 2),
        };
    }

    /// <summary>A picture that could not be read.</summary>
    public static ImageAnswer Failed(string? path, string problem) => new() { Path = path, Error = problem };
}
