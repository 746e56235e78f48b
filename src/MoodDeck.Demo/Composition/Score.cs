using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Composition;

/// <summary>A part and what it plays, in seconds.</summary>
internal sealed record ScorePart(PartSpec Spec, IReadOnlyList<Note> Notes, Strike[] Strikes);

/// <summary>A whole piece, composed and timed, ready to be synthesised.</summary>
internal sealed record Score(PieceSpec Spec, Plan Plan, IReadOnlyList<ScorePart> Parts, double DurationSeconds)
{
    /// <summary>Silence before the first note, so that no attack is cut.</summary>
    public const double LeadInSeconds = 0.12;

    /// <summary>Composes a piece.</summary>
    public static Score Compose(PieceSpec spec)
    {
        var plan = new Plan(spec);
        var tempo = new TempoMap(spec, plan.Beats);
        var performer = new Performer(spec, tempo);
        var parts = spec.Parts.Select((part, i) =>
        {
            var random = SeededRandom.Of($"{spec.Title}/{i}");
            Note[] notes = [.. part.Write(plan, random)];
            return new ScorePart(part, notes, performer.Perform(part, notes, random));
        }).ToArray();
        return new(spec, plan, parts, DurationOf(spec));
    }

    /// <summary>How long a piece lasts, its room's last answer included, in seconds.</summary>
    public static double DurationOf(PieceSpec spec)
    {
        var beats = Section.ParseForm(spec.Form)[^1].EndBar * spec.BarBeats;
        return LeadInSeconds + new TempoMap(spec, beats).SecondsAt(beats) + spec.Room.TailSeconds;
    }
}
