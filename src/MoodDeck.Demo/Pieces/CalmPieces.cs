using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Calm: hardly any motion, open chords, long breath.</summary>
internal static class CalmPieces
{
    public static PieceSpec Snow { get; } = new()
    {
        Title = "Snow Without Wind", Genre = "ambient", Mood = new(.03, -.75, 0), Key = Key.Of("G", Mode.Mixolydian), TempoBpm = 56, LoosenessMs = 20, Rubato = 0.02,
        Form = "I:4:.45 A1:6:.55 B:6:.7 A2:4:.55 O:2:.4",
        Chords = Sheet.Read("""
            I  Isus2 | v7 | Isus2 | IVsus2
            A  Isus2 | v7 | bVIIsus2 | IVsus2 | ii7 | Isus2
            B  ii7 | v7 | IVsus2 | Isus2 | bVIIsus2 | IVsus2
            O  IVsus2 | Isus2
            """),
        Tunes = Sheet.Read("""
            A  5:3 r | r:2 2:2 | 4:3 r | r 5 1:2 | 6:2 5 4 | 2:3 r
            B  6:2 8:2 | 9:3 r | 8:2 5:2 | 2:3 r | 4:2 7:2 | 5:4
            """),
        Parts =
        [
            new PadPart { Sound = Pads.Glass, Low = 55, High = 79, LevelDb = -2, Reverb = 0.5 },
            new PadPart { Sound = Pads.Dark, Low = 43, High = 64, Voices = 3, LevelDb = -5, Reverb = 0.4 },
            new TunePart { Sound = Mallets.GlassBell, Octave = 0, Articulation = 1.2, LevelDb = -2, Pan = 0.15, Reverb = 0.6, Effects = [new Echo(1.5, 0.4, 0.25)] },
            new ArpeggioPart { Sound = Strings.Harp, Sections = "A B", Pattern = "0 . 1 . 2 . 3 . | . 2 . 4 . 3 . 1", Low = 55, High = 76, RingSteps = 4, Omit = 0.3, LevelDb = -7, Pan = -0.25, Reverb = 0.5 },
            new TunePart { Sound = Winds.ChoirOo, Sections = "B", Octave = 0, LevelDb = -6, Reverb = 0.6 },
            new BassPart { Sound = Basses.Sub, Sections = "A B O", Pattern = "R-------", LevelDb = -9, Reverb = 0.15 },
            new DronePart { Sound = () => new Weather(Surroundings.Wind), LevelDb = -15, Reverb = 0.2 },
        ],
        Room = new() { DecaySeconds = 5, Size = 1.4, DampingHertz = 4200 },
    };

    public static PieceSpec Harbour { get; } = new()
    {
        Title = "Harbour at Low Tide", Motif = Objects.Tide, Genre = "ambient", Mood = new(-.04, -.5, 0), Key = Key.Of("D", Mode.Dorian), TempoBpm = 64, LoosenessMs = 14, Rubato = 0.025,
        Form = "I:2:.4 A1:8:.55 B:4:.7 A2:8:.6 O:2:.4",
        Chords = Sheet.Read("""
            I  i7 | IVadd9
            A  i7 | IVadd9 | bVIIadd9 | IVadd9
            B  bIIImaj7 | bVIIadd9 | v7 | IVadd9
            O  IVadd9 | i7
            """),
        Tunes = Sheet.Read("""
            A  r 5 8:1.5 7:.5 | 6:3 r | r 4 7:1.5 6:.5 | 5:3 r
            B  10:2 9 8 | 7:3 r | 8 7 5:2 | 6:4
            """),
        Parts =
        [
            new ArpeggioPart { Sound = Strings.Harp, Pattern = "0 1 2 3 4 3 2 1 | 0 2 3 4 5 4 3 2", Low = 48, High = 69, RingSteps = 4, LevelDb = -2, Pan = -0.15, Reverb = 0.4 },
            new TunePart { Sound = Winds.Flute, Sections = "A1 B", LevelDb = -1, Pan = 0.15, Reverb = 0.5 },
            new TunePart { Sound = Winds.Clarinet, Sections = "A2", LevelDb = -1, Pan = 0.1, Reverb = 0.5 },
            new CounterPart { Sound = Mallets.Vibraphone, Sections = "A2 B", Low = 60, High = 77, LevelDb = -7, Pan = 0.3, Reverb = 0.45, Effects = [new Tremolo(3.6, 0.35)] },
            new PadPart { Sound = Pads.Warm, Low = 50, High = 72, LevelDb = -7, Reverb = 0.45 },
            new BassPart { Sound = Basses.Finger, Sections = "A B O", Pattern = "R------- | R-----5-", LevelDb = -6, Reverb = 0.12 },
            new DronePart { Sound = () => new Weather(Surroundings.Wind), LevelDb = -13, Reverb = 0 },
        ],
        Room = new() { DecaySeconds = 3.4, Size = 1.2 },
    };
}
