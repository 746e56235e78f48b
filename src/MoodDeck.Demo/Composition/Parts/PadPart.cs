using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Composition.Parts;

/// <summary>Held chords with voice leading; tones that stay are not struck again.</summary>
internal sealed record PadPart : PartSpec
{
    /// <summary>How many voices.</summary>
    public int Voices { get; init; } = 4;

    /// <summary>Lowest MIDI pitch.</summary>
    public int Low { get; init; } = 50;

    /// <summary>Highest MIDI pitch.</summary>
    public int High { get; init; } = 74;

    /// <summary>Whether each chord is struck anew, as on an organ, instead of tied over.</summary>
    public bool IsRestruck { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Note> Write(Plan plan, SeededRandom random)
    {
        var leader = new VoiceLeader(Voices, Low, High);
        var held = new Dictionary<int, Note>();
        foreach (var span in plan.Chords(Sections))
        {
            var pitches = leader.Next(span.Chord);
            foreach (var gone in held.Where(h => IsRestruck || !pitches.Contains(h.Key) || h.Value.Start + h.Value.Length < span.Start - 1e-6).ToArray())
            {
                held.Remove(gone.Key);
                yield return gone.Value;
            }

            var velocity = 0.45 + (0.45 * plan.IntensityAt(span.Start));
            foreach (var pitch in pitches)
                held[pitch] = held.TryGetValue(pitch, out var on) ? on with { Length = span.End - on.Start } : new(span.Start, span.Length, pitch, velocity);
        }

        foreach (var note in held.Values) yield return note;
    }
}
