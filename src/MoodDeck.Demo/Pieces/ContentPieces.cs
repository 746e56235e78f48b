using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Content: easy, major, warm, with time to spare.</summary>
internal static class ContentPieces
{
    public static PieceSpec Kettle { get; } = new()
    {
        Title = "Kettle and Honey", Genre = "chamber", Mood = new(.65, -.36, .25), Key = Key.Of("Bb", Mode.Major), TempoBpm = 92, BarBeats = 3, LoosenessMs = 9, Rubato = 0.025,
        Form = "I:4:.45 A1:8:.55 A2:8:.65 B:8:.8 A3:8:.75 O:4:.45",
        Chords = Sheet.Read("""
            I  I | IV | I | V7
            A  I | iii7 | IV | I/3 | vi7 | ii7 | V7 | I
            B  IV | iv6 | I/5 | VI7 | ii7 | V7 | I | V7
            O  IV | iv6 | I | I
            """),
        Tunes = Sheet.Read("""
            A  3 4:.5 5:.5 3 | 2 5:2 | 6 7:.5 8:.5 6 | 5:2 r | 8 7:.5 6:.5 8 | 6 4:2 | 4 2 0 | 1:2 r
            B  6:1.5 8:.5 6 | b6:2 8 | 5:1.5 8:.5 10 | 10:2 #8 | 9:1.5 8:.5 6 | 7 6 5 | 8:2 r | r:3
            """),
        Parts =
        [
            new TunePart { Sound = Winds.Clarinet, Sections = "A1 B", LevelDb = 0, Pan = 0.12, Reverb = 0.3 },
            new TunePart { Sound = Pianos.Felt, Sections = "A2", Octave = 1, LevelDb = 0, Pan = 0.05, Reverb = 0.3 },
            new TunePart { Sound = Winds.Clarinet, Sections = "A3", LevelDb = -1, Pan = 0.15, Reverb = 0.3 },
            new TunePart { Sound = Mallets.Celesta, Sections = "A3", Octave = 1, LevelDb = -7, Pan = 0.35, Reverb = 0.4 },
            new CompPart { Sound = Pianos.Felt, Pattern = ".xx | .xo", Low = 53, High = 72, StrumBeats = 0.01, LevelDb = -5, Pan = -0.15, Reverb = 0.25 },
            new BassPart { Sound = Basses.Upright, Pattern = "R-. | R-. | R-. | R-A", LevelDb = -4, Reverb = 0.1 },
            new PadPart { Sound = Strings.SoftEnsemble, Sections = "B A3 O", Low = 53, High = 74, LevelDb = -10, Reverb = 0.4 },
            new CounterPart { Sound = Strings.Cello, Sections = "A2 A3", Low = 50, High = 65, LevelDb = -7, Pan = -0.3, Reverb = 0.35 },
            new DrumPart { Sound = Kits.Soft, Sections = "A2 B A3", LevelDb = -13, Reverb = 0.2, Lanes = ["BrushTap ..x.x. | ..x.xo", "BrushSweep x....."] },
        ],
        Room = new() { DecaySeconds = 1.8 },
    };

    public static PieceSpec SecondCup { get; } = new()
    {
        Title = "Sunday, Second Cup", Motif = Objects.Cup, Genre = "jazz", Mood = new(.45, -.26, .2), Key = Key.Of("F", Mode.Major), TempoBpm = 100, Swing = 0.15, LoosenessMs = 11,
        Form = "I:4:.45 A1:8:.55 A2:8:.65 B:8:.75 A3:8:.75 O:2:.45",
        Chords = Sheet.Read("""
            I  Imaj7 | VI7b9 | ii9 | V13
            A  Imaj7 | VI7b9 | ii9 | V13 | iii7 | VI7b9 | ii9 V13 | I69
            B  IVmaj7 | iv6 | iii7 | biiio7 | ii9 | V13 | Imaj9 | ii7 V7
            O  bIImaj7 | Imaj9
            """),
        Tunes = Sheet.Read("""
            A  r:.5 5:.5 6:.5 5:.5 3 5 | 6 5:.5 3:.5 #1:2 | r:.5 2:.5 4:.5 6:.5 8 6 | 7:1.5 6:.5 3:2
            B  6:1.5 8:.5 10 8 | b6:1.5 8:.5 b10 8 | 5 7:.5 9:1.5 7 | 8 6 b5! b3! | 2 4:.5 6:1.5 8 | 7:2 6 3 | 5:3 r | r:4
            """),
        Parts =
        [
            new TunePart { Sound = Strings.NylonGuitar, Sections = "A1 A3", LevelDb = 0, Pan = 0.15, Reverb = 0.25 },
            new TunePart { Sound = Mallets.Vibraphone, Sections = "A2 B", LevelDb = 0, Pan = 0.15, Reverb = 0.3, Effects = [new Tremolo(5, 0.3)] },
            new CompPart { Sound = Pianos.Felt, Pattern = "x-.x-... | ..x-.x-. | x-...x-. | .x-.x-..", Low = 53, High = 72, LevelDb = -5, Pan = -0.25, Reverb = 0.22 },
            new BassPart { Sound = Basses.Upright, Sections = "I A1 O", Pattern = "R-5- | R-A-", LevelDb = -2.5, Reverb = 0.08 },
            new BassPart { Sound = Basses.Upright, Sections = "A2 B A3", Pattern = "R35A | RW5A | RWWA | R53A", LevelDb = -2.5, Reverb = 0.08 },
            new DrumPart { Sound = Kits.Soft, LevelDb = -9, Reverb = 0.15, Sections = "A B", Lanes = ["Ride x.xox.xo", "BrushSweep x...x...", "BrushTap ..x...x. | ..x...xo", "Kick o...o..? | o..?o..."], Fill = ["BrushTap ..x.xoxx"] },
            new CounterPart { Sound = Winds.Clarinet, Sections = "A3", Low = 58, High = 72, LevelDb = -8, Pan = 0.35, Reverb = 0.3 },
        ],
        Room = new() { DecaySeconds = 1.3, Size = 0.8 },
    };
}
