using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Excited: fast, major, dense and bright.</summary>
internal static class ExcitedPieces
{
    public static PieceSpec Confetti { get; } = new()
    {
        Title = "Confetti Engine", Genre = "synth-pop", Mood = new(.4, .72, .35), Key = Key.Of("E", Mode.Major), TempoBpm = 130, LoosenessMs = 3, Ritardando = 0,
        Form = "I:4:.6 A1:8:.7 B1:8:.95 A2:8:.8 B2:8:1 O:4:.8",
        Chords = Sheet.Read("""
            I  vi | IV | I | V
            A  vi | IV | I | V
            B  IV | V | vi | I/3 | IV | V | I | I
            O  IV | V | vi | I
            """),
        Tunes = Sheet.Read("""
            A  r:.5 5:.5 6:.5 8 6:.5 5 | 6:.5 8 6:.5 8 9 | 10:1.5 9:.5 8 5 | 7:1.5 8:.5 9:2
            B  8 8:.5 9:.5 10 8 | 9:1.5 7:.5 9 11 | 10:1.5 8:.5 6 8 | 5 6:.5 8:.5 10:2 | 11 10:.5 9:.5 8 11 | 9:1.5 7:.5 9:.5 10:.5 11 | 12 10 8:1.5 9:.5 | 8:4
            """),
        Parts =
        [
            new TunePart { Sound = Pads.SoftLead, Sections = "A", LevelDb = 0, Reverb = 0.2, Effects = [new Echo(0.75, 0.35, 0.22)] },
            new TunePart { Sound = Pads.SawLead, Sections = "B", LevelDb = 0, Reverb = 0.2, Effects = [new Equaliser(Biquad.LowPass(7500)), new Echo(0.75, 0.3, 0.2)] },
            new TunePart { Sound = Mallets.GlassBell, Sections = "B2", Octave = 1, LevelDb = -9, Pan = 0.25, Reverb = 0.3 },
            new PadPart { Sound = Pads.SuperSaw, Sections = "I B O", Low = 55, High = 77, LevelDb = -4, DuckDb = 9, Reverb = 0.25, Effects = [new Equaliser(Biquad.HighPass(160), Biquad.HighShelf(6000, -3))] },
            new PadPart { Sound = Pads.Warm, Sections = "A", Low = 52, High = 74, LevelDb = -9, DuckDb = 8, Reverb = 0.3 },
            new ArpeggioPart { Sound = Pads.Pluck, Pattern = "0 2 4 2 1 3 5 3 0 2 4 6 5 3 2 1", Low = 57, High = 76, LevelDb = -7, DuckDb = 4, Pan = -0.15, Reverb = 0.2, Effects = [new Echo(0.75, 0.4, 0.3)] },
            new BassPart { Sound = Basses.Round, Sections = "A B O", Pattern = "RRRORRRO | RRRORROA", Articulation = 0.7, LevelDb = -1.5, DuckDb = 5, Reverb = 0 },
            new DrumPart
            {
                Sound = Kits.Electronic, Sections = "A B O", LevelDb = -1, Reverb = 0.08, CrashOn = "B A2", Looseness = 0.3,
                Lanes = ["Kick x...x...x...x...", "Clap ....x.......x...", "HatOpen ..x...x...x...x.", "HatClosed x.oxx.oxx.oxx.ox"],
                Fill = ["Riser x...............", "Snare ........x.x.xxxx", "HatOpen ..x...x........."],
            },
        ],
        Room = new() { DecaySeconds = 1.6 }, AirDb = -2,
    };

    public static PieceSpec Rooftop { get; } = new()
    {
        Title = "Rooftop Sprint", Motif = Objects.Stripes, Genre = "house", Mood = new(.33, .5, .3), Key = Key.Of("A", Mode.Mixolydian), TempoBpm = 124, LoosenessMs = 4, Ritardando = 0,
        Swing = 0.04, SwingUnit = 0.5,
        Form = "I:4:.55 A1:8:.7 A2:8:.85 B:8:.75 A3:8:1 O:4:.7",
        Chords = Sheet.Read("""
            I  I | bVIIadd9 | IVadd9 | I
            A  I | bVIIadd9 | IVadd9 | I | I | bVIIadd9 | IVadd9 | V7sus4
            B  ii7 | IVadd9 | v7 | IVadd9 | ii7 | IVadd9 | bVIIadd9 | V7sus4
            O  I | bVIIadd9 | IVadd9 | I
            """),
        Tunes = Sheet.Read("""
            A2 8:.5 r:.5 8:.5 7:.5 r:.5 5 r:.5 | 7:.5 r:.5 7:.5 5:.5 r:.5 4 r:.5 | 6:.5 r:.5 6:.5 8:.5 r:.5 9 r:.5 | 8:.5 5:.5 6:.5 8:1.5 r
            A3 8:.5 r:.5 8:.5 7:.5 r:.5 5 r:.5 | 7:.5 r:.5 7:.5 5:.5 r:.5 4 r:.5 | 6:.5 r:.5 6:.5 8:.5 r:.5 9 r:.5 | 8:.5 5:.5 6:.5 8:1.5 r
            B  4 6:.5 8:1.5 6 | 6 8:.5 9:1.5 8 | 5 7:.5 9:1.5 7 | 8:2 6 8
            """),
        Parts =
        [
            new CompPart { Sound = Pianos.Grand, Sections = "I A O", Pattern = "x..x..x...x.x... | x..x..x..x..x.x.", Low = 57, High = 76, LevelDb = -1, DuckDb = 3, Reverb = 0.18 },
            new TunePart { Sound = Winds.Brass, Sections = "A2 A3", Octave = -1, Articulation = 0.8, LevelDb = -1, Reverb = 0.22 },
            new TunePart { Sound = Winds.Brass, Sections = "A3", Octave = -1, IsSecondVoice = true, Articulation = 0.8, LevelDb = -4, Pan = -0.25, Reverb = 0.22 },
            new TunePart { Sound = Pianos.Electric, Sections = "B", LevelDb = 0, Reverb = 0.3, Effects = [new Chorus(), new Echo(0.75, 0.35, 0.25)] },
            new PadPart { Sound = Strings.Ensemble, Sections = "B A3", Low = 60, High = 81, LevelDb = -9, DuckDb = 6, Reverb = 0.35 },
            new ArpeggioPart { Sound = Pads.Pluck, Sections = "A B", Pattern = ". . 1 . . 3 . 2 . . 1 . 4 . 3 .", Low = 57, High = 74, LevelDb = -9, Pan = 0.3, Reverb = 0.2, Effects = [new Echo(0.75, 0.45, 0.35)] },
            new BassPart { Sound = Basses.Picked, Sections = "A B O", Pattern = "..R...R...R..RR. | ..R...R...R.O.A.", Articulation = 0.8, LevelDb = -2, DuckDb = 3, Reverb = 0.03 },
            new DrumPart
            {
                Sound = Kits.Electronic, Sections = "A B O", LevelDb = -1.5, Reverb = 0.08, CrashOn = "A2 A3", Looseness = 0.4,
                Lanes = ["Kick x...x...x...x...", "Clap ....x.......x... | ....x.......x..o", "HatOpen ..x...x...x...x.", "Shaker xoxoxoxoxoxoxoxo", "CongaHigh ..?.?..x..?..?.x"],
                Fill = ["Riser x...............", "Snare ......x..x.xxxxx"],
            },
        ],
        Room = new() { DecaySeconds = 1.4 }, AirDb = -2.5,
    };
}
