namespace MoodDeck.Core.Music;

/// <summary>A major or minor key.</summary>
/// <param name="Tonic">0 = C to 11 = B.</param>
/// <param name="IsMajor">Major or minor.</param>
public readonly record struct MusicalKey(int Tonic, bool IsMajor)
{
    /// <summary>
    /// How many steps apart two keys lie on the circle of fifths, 0 to 6. A minor key stands at the place of its relative major,
    /// with which it shares its notes (Heinichen 1728).
    /// </summary>
    public int StepsOnCircleOfFifths(MusicalKey other)
    {
        var steps = Math.Abs(Place - other.Place);
        return Math.Min(steps, 12 - steps);
    }

    // Seven semitones are a fifth, and going by fifths comes to each of the twelve tones once.
    private int Place => (IsMajor ? Tonic : Tonic + 3) * 7 % 12;
}
