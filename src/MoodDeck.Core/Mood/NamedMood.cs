namespace MoodDeck.Core.Mood;

/// <summary>A mood people name: a region of the mood space, not a class of its own.</summary>
/// <param name="Name">Lower-case English name.</param>
/// <param name="Centre">Where the region lies.</param>
/// <param name="Spread">One standard deviation per axis.</param>
/// <param name="OnRim">Whether it is one of the twelve words around the dial.</param>
public sealed record NamedMood(string Name, Vad Centre, double Spread, bool OnRim);

/// <summary>
/// The moods people name and where they lie. The twelve on the rim of the dial stand at the angles of Russell's
/// circumplex ("A circumplex model of affect", 1980) rounded to 30 degrees, at radius 0.7. Centres of the further ones
/// are editorial, informed by the NRC VAD ratings' published ranking of these words; dominance is editorial for all.
/// </summary>
public static class NamedMoods
{
    private const double RimRadius = 0.7;

    /// <summary>Every named mood, the rim first, counter-clockwise from <c>pleasant</c>.</summary>
    public static IReadOnlyList<NamedMood> All { get; } =
    [
        Rim("pleasant", 0, .3), Rim("happy", 30, .4), Rim("excited", 60, .3), Rim("energetic", 90, .4),
        Rim("tense", 120, -.1), Rim("angry", 150, .25), Rim("unpleasant", 180, -.2), Rim("sad", 210, -.35),
        Rim("tired", 240, -.3), Rim("calm", 270, 0), Rim("serene", 300, .15), Rim("content", 330, .25),
        Inner("bored", -.35, -.55, -.25), Inner("focused", .20, .15, .35), Inner("dreamy", .30, -.45, -.10),
        Inner("romantic", .60, -.10, .05), Inner("melancholic", -.35, -.40, -.25), Inner("nostalgic", .10, -.30, -.10),
        Inner("playful", .65, .45, .20), Inner("triumphant", .60, .65, .65), Inner("anxious", -.50, .50, -.45),
        new("neutral", Vad.Neutral, .15, false),
    ];

    /// <summary>The mood of that name, ignoring case; null when no one defined it.</summary>
    public static NamedMood? Find(string name) =>
        All.FirstOrDefault(m => m.Name.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The word for a point: <c>neutral</c> within 0.15 of the centre of the plane, else the rim word at the nearest
    /// angle, so that what the estimate is called and the word the dial lights never differ.
    /// </summary>
    public static NamedMood Nearest(Vad point)
    {
        var radius = Math.Sqrt((point.Valence * point.Valence) + (point.Arousal * point.Arousal));
        if (radius < 0.15) return All[^1];
        var degrees = Math.Atan2(point.Arousal, point.Valence) * 180 / Math.PI;
        var sector = (int)Math.Round(degrees / 30, MidpointRounding.AwayFromZero);
        return All[(sector + 12) % 12];
    }

    private static NamedMood Rim(string name, double degrees, double dominance)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(name, new(Math.Round(RimRadius * cos, 3), Math.Round(RimRadius * sin, 3), dominance), .25, true);
    }

    private static NamedMood Inner(string name, double valence, double arousal, double dominance) =>
        new(name, new(valence, arousal, dominance), .25, false);
}
