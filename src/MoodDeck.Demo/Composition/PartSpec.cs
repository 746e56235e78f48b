using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Composition;

/// <summary>One part of a piece: what plays, how it is written, and where it stands in the mix.</summary>
internal abstract record PartSpec
{
    /// <summary>Makes the instrument; it may keep tables, so every rendering makes its own.</summary>
    public required Func<IInstrument> Sound { get; init; }

    /// <summary>Names or letters of the sections it plays in; null for all.</summary>
    public string? Sections { get; init; }

    /// <summary>Loudness while it plays, in decibels relative to a leading voice.</summary>
    public double LevelDb { get; init; }

    /// <summary>Place in the stereo field, -1 left to 1 right.</summary>
    public double Pan { get; init; }

    /// <summary>Share sent to the room.</summary>
    public double Reverb { get; init; } = 0.25;

    /// <summary>What the sound passes through, in order.</summary>
    public IReadOnlyList<IEffect> Effects { get; init; } = [];

    /// <summary>How far it steps back at each kick drum, in decibels.</summary>
    public double DuckDb { get; init; }

    /// <summary>How freely it is played: factor on the piece's looseness.</summary>
    public double Looseness { get; init; } = 1;

    /// <summary>Writes the part.</summary>
    public abstract IEnumerable<Note> Write(Plan plan, SeededRandom random);
}
