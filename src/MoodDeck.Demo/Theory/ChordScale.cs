namespace MoodDeck.Demo.Theory;

/// <summary>Which notes fit while a chord sounds: the key's own, with those that rub against the chord bent to it.</summary>
internal static class ChordScale
{
    /// <summary>The pitch nearest to <paramref name="pitch"/> that belongs to the chord; the lower of two.</summary>
    public static int NearestChordTone(int pitch, Chord chord)
    {
        for (var distance = 0; ; distance++)
        {
            if (chord.Contains(pitch - distance)) return pitch - distance;
            if (chord.Contains(pitch + distance)) return pitch + distance;
        }
    }

    /// <summary>
    /// <paramref name="pitch"/> itself unless the chord holds an altered form of that degree (the raised seventh of a
    /// dominant in minor, say), which it then becomes.
    /// </summary>
    public static int Bend(int pitch, Chord chord, Key key)
    {
        if (chord.Contains(pitch)) return pitch;
        foreach (var altered in (ReadOnlySpan<int>)[pitch + 1, pitch - 1])
            if (chord.Contains(altered) && !key.Contains(altered)) return altered;
        return pitch;
    }

    /// <summary>The next pitch of the chord's scale above (<paramref name="direction"/> 1) or below (-1).</summary>
    public static int Step(int pitch, int direction, Chord chord, Key key)
    {
        for (var next = pitch + direction; ; next += direction)
            if (chord.Contains(next) || (key.Contains(next) && Bend(next, chord, key) == next)) return next;
    }
}
