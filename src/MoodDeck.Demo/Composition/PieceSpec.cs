using MoodDeck.Core.Mood;
using MoodDeck.Demo.Covers;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Composition;

/// <summary>A piece as its composer writes it down; everything else follows from this and nothing else.</summary>
internal sealed record PieceSpec
{
    public required string Title { get; init; }

    public required string Genre { get; init; }

    public required Vad Mood { get; init; }

    public required Key Key { get; init; }

    public required double TempoBpm { get; init; }

    /// <summary>Quarter notes in a bar.</summary>
    public int BarBeats { get; init; } = 4;

    /// <summary>How late the second half of a swinging stretch comes, as a share of it: 0 straight, 0.167 triplet swing.</summary>
    public double Swing { get; init; }

    /// <summary>The stretch that swings, in beats: 1 for eighths, 0.5 for sixteenths.</summary>
    public double SwingUnit { get; init; } = 1;

    /// <summary>How far the tempo breathes within a phrase, as a share.</summary>
    public double Rubato { get; init; }

    /// <summary>How much slower the piece ends, as a share.</summary>
    public double Ritardando { get; init; } = 0.25;

    /// <summary>Deviation of a note's beginning, in milliseconds.</summary>
    public double LoosenessMs { get; init; } = 7;

    /// <summary>Names, bars and intensities of the sections, see <see cref="Section.ParseForm"/>.</summary>
    public required string Form { get; init; }

    /// <summary>Chords by section name or letter, see <see cref="Harmony.Lay"/>.</summary>
    public required IReadOnlyDictionary<string, string> Chords { get; init; }

    /// <summary>Tunes by section name or letter, see <see cref="TuneText"/>.</summary>
    public required IReadOnlyDictionary<string, string> Tunes { get; init; }

    public required IReadOnlyList<PartSpec> Parts { get; init; }

    public Room Room { get; init; } = new();

    /// <summary>What its cover shows; by default what its mood suggests.</summary>
    public Action<Scene>? Motif { get; init; }

    /// <summary>Correction of the whole mix above 4 kHz, in decibels.</summary>
    public double AirDb { get; init; }

    /// <summary>Correction of the whole mix below 150 Hz, in decibels.</summary>
    public double LowDb { get; init; }
}
