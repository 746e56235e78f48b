namespace MoodDeck.Library.Journal;

/// <summary>What a mood was read from. Where several say something at once, the later of these counts: the person knows best.</summary>
public enum MoodSource
{
    /// <summary>The live picture of a camera.</summary>
    Camera,
    /// <summary>A photo.</summary>
    Photo,
    /// <summary>The person's own hand on the dial.</summary>
    Hand,
}

/// <summary>Names of the sources as they appear in JSON and in the database.</summary>
public static class MoodSources
{
    /// <summary>Lower-case names in enum order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["camera", "photo", "hand"];

    /// <summary>The lower-case name.</summary>
    public static string NameOf(MoodSource source) => Names[(int)source];

    /// <summary>Reads a name; false when there is no such source.</summary>
    public static bool TryParse(string? name, out MoodSource source)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] != name) continue;
            source = (MoodSource)i;
            return true;
        }

        source = default;
        return false;
    }
}

/// <summary>One reading of a listener's mood.</summary>
/// <param name="At">When.</param>
/// <param name="Valence">From -1 to 1.</param>
/// <param name="Arousal">From -1 to 1.</param>
/// <param name="Dominance">From -1 to 1; null when the source says nothing of it.</param>
/// <param name="SigmaValence">One standard deviation, 0 or more.</param>
/// <param name="SigmaArousal">One standard deviation, 0 or more.</param>
/// <param name="Source">What it was read from.</param>
public sealed record MoodEntry(
    DateTimeOffset At, double Valence, double Arousal, double? Dominance, double SigmaValence, double SigmaArousal, MoodSource Source);
