namespace MoodDeck.Demo.Theory;

/// <summary>A tonic (0 = C to 11 = B) and a mode.</summary>
internal sealed record Key(int Tonic, Mode Mode)
{
    // The octave in which degree 1 is written: B flat 3 to A 4, where a tune sits well.
    private const int LowestTonic = 58;

    private static readonly string[] s_names = ["C", "D flat", "D", "E flat", "E", "F", "F sharp", "G", "A flat", "A", "B flat", "B"];

    /// <summary>A key from a tonic such as <c>C</c>, <c>F#</c> or <c>Bb</c>.</summary>
    public static Key Of(string tonic, Mode mode)
    {
        var natural = "C D EF G A B".IndexOf(tonic[0], StringComparison.Ordinal);
        if (natural < 0) throw new ArgumentException($"\"{tonic}\" is not a note; expected one like C, F# or Bb.", nameof(tonic));
        var shift = tonic.Length == 1 ? 0 : tonic[1] == '#' ? 1 : -1;
        return new((natural + shift + 12) % 12, mode);
    }

    /// <summary>The MIDI pitch of degree 1.</summary>
    public int TonicPitch => LowestTonic + ((Tonic - LowestTonic + 120) % 12);

    /// <summary>The MIDI pitch of a degree; 1 is the tonic, 8 the tonic above, 0 the seventh below.</summary>
    public int PitchOf(int degree)
    {
        var index = degree - 1;
        var octave = (int)Math.Floor(index / 7.0);
        return TonicPitch + (12 * octave) + Mode.Steps[index - (7 * octave)];
    }

    /// <summary>Whether a pitch is of the key.</summary>
    public bool Contains(int pitch) => Mode.Steps.Contains((pitch - Tonic + 120) % 12);

    /// <inheritdoc/>
    public override string ToString() => $"{s_names[Tonic]} {Mode.Name}";
}
