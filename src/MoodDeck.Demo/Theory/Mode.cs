namespace MoodDeck.Demo.Theory;

/// <summary>A seven-note mode: its name and the semitones of its degrees above the tonic.</summary>
internal sealed record Mode(string Name, IReadOnlyList<int> Steps)
{
    public static Mode Major { get; } = new("major", [0, 2, 4, 5, 7, 9, 11]);

    public static Mode Dorian { get; } = new("dorian", [0, 2, 3, 5, 7, 9, 10]);

    public static Mode Phrygian { get; } = new("phrygian", [0, 1, 3, 5, 7, 8, 10]);

    public static Mode Lydian { get; } = new("lydian", [0, 2, 4, 6, 7, 9, 11]);

    public static Mode Mixolydian { get; } = new("mixolydian", [0, 2, 4, 5, 7, 9, 10]);

    public static Mode Minor { get; } = new("minor", [0, 2, 3, 5, 7, 8, 10]);

    public static Mode HarmonicMinor { get; } = new("harmonic minor", [0, 2, 3, 5, 7, 8, 11]);

    public static Mode Locrian { get; } = new("locrian", [0, 1, 3, 5, 6, 8, 10]);
}
