using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Serene: slow, lydian or pentatonic, ringing sounds.</summary>
internal static class SerenePieces
{
    public static PieceSpec Monastery { get; } = new()
    {
        Title = "Monastery Garden", Motif = Geometries.Arches, Genre = "new age", Mood = new(.36, -.6, .1), Key = Key.Of("Eb", Mode.Lydian), TempoBpm = 60, LoosenessMs = 14, Rubato = 0.03,
        Form = "I:4:.4 A1:6:.55 B:6:.75 A2:6:.7 O:2:.4",
        Chords = Sheet.Read("""
            I  Imaj7 | II/1 | Imaj7 | II/1
            A  Imaj9 | II/1 | vi7 | Vadd9 | II/1 | Imaj9
            B  vi7 | Vadd9 | II | vi7 | Vadd9 | II/1
            O  II/1 | Imaj9
            """),
        Tunes = Sheet.Read("""
            A  3:2 5:2 | 4:2 3 2 | 1:2 3 5 | 5:3 r | 6:2 4:2 | 5:3 r
            B  8:2 7 6 | 7:2 5:2 | 6:1.5 7:.5 8 9 | 8:3 r | 7 5 3 2 | 4:2 3:2
            """),
        Parts =
        [
            new PadPart { Sound = Winds.ChoirOo, Low = 51, High = 72, LevelDb = -4, Reverb = 0.6 },
            new ArpeggioPart { Sound = Strings.Harp, Pattern = "0 1 2 3 4 3 2 1", Low = 51, High = 72, RingSteps = 4, LevelDb = -3, Pan = -0.2, Reverb = 0.45 },
            new TunePart { Sound = Winds.Flute, Sections = "A1", LevelDb = 0, Pan = 0.12, Reverb = 0.5 },
            new TunePart { Sound = Winds.ChoirAh, Sections = "B", LevelDb = -1, Reverb = 0.6 },
            new TunePart { Sound = Winds.Flute, Sections = "A2", LevelDb = -1, Pan = 0.15, Reverb = 0.5 },
            new TunePart { Sound = Winds.Oboe, Sections = "A2", IsSecondVoice = true, LevelDb = -6, Pan = -0.15, Reverb = 0.5 },
            new ArpeggioPart { Sound = Mallets.ChurchBell, Sections = "I B A2", Pattern = "2 . . . | . . . . | . . 1 . | . . . .", Low = 51, High = 70, LevelDb = -9, Pan = 0.35, Reverb = 0.6 },
            new BassPart { Sound = Basses.Bowed, Sections = "A B O", Pattern = "R-------", LevelDb = -8, Reverb = 0.3 },
            new DrumPart { Sound = Kits.Soft, Sections = "B", LevelDb = -17, Reverb = 0.6, Lanes = ["Triangle x....... | ....o..."] },
        ],
        Room = new() { DecaySeconds = 4.6, Size = 1.4, DampingHertz = 4000 },
    };

    public static PieceSpec Lanterns { get; } = new()
    {
        Title = "Lanterns on the Lake", Genre = "world", Mood = new(.25, -.42, .1), Key = Key.Of("A", Mode.Major), TempoBpm = 72, LoosenessMs = 11, Rubato = 0.02,
        Form = "I:2:.4 A1:8:.55 B:8:.75 A2:6:.65 O:2:.4",
        Chords = Sheet.Read("""
            I  Iadd9 | vi7
            A  Iadd9 | vi7 | IVadd9 | I/3 | ii7 | vi7 | IVadd9 | V7sus4
            A2 Iadd9 | vi7 | IVadd9 | I/3 | ii7 | IVadd9
            B  IVmaj7 | I/3 | ii7 | vi7 | IVmaj7 | I/3 | bVIIadd9 | V7sus4
            O  IVadd9 | Iadd9
            """),
        Tunes = Sheet.Read("""
            A  5:1.5 6:.5 8:2 | 6 5 3:2 | 2:1.5 3:.5 5 6 | 5:3 r
            A2 5:1.5 6:.5 8:2 | 6 5 3:2 | 2:1.5 3:.5 5 6 | 5:3 r | 6:1.5 5:.5 4 2 | 1:3 r
            B  10:2 9 8 | 8:1.5 6:.5 5:2 | 6 8 9:1.5 8:.5 | 6:3 r
            """),
        Parts =
        [
            new TunePart { Sound = Strings.Koto, Octave = -1, LevelDb = 0, Pan = 0.12, Reverb = 0.35, Effects = [new Echo(1.5, 0.3, 0.15)] },
            new TunePart { Sound = Winds.Flute, Sections = "B", LevelDb = -3, Pan = -0.12, Reverb = 0.5 },
            new ArpeggioPart { Sound = Mallets.Kalimba, Pattern = "0 2 1 3 2 4 3 1 | 0 3 2 4 1 3 2 4", Low = 57, High = 76, RingSteps = 2, Omit = 0.1, LevelDb = -5, Pan = -0.3, Reverb = 0.3 },
            new PadPart { Sound = Pads.Warm, Low = 52, High = 73, LevelDb = -7, Reverb = 0.45 },
            new PadPart { Sound = Pads.Glass, Sections = "B A2 O", Low = 64, High = 81, Voices = 3, LevelDb = -12, Reverb = 0.5 },
            new BassPart { Sound = Basses.Finger, Sections = "A B O", Pattern = "R-----5- | R-------", LevelDb = -5, Reverb = 0.1 },
            new DrumPart { Sound = Kits.Soft, Sections = "B A2", LevelDb = -11, Reverb = 0.35, Lanes = ["FrameDrum x..o..x. | x..o.o..", "Shaker o.o.o.o.", "Triangle ....o... | ........"] },
        ],
        Room = new() { DecaySeconds = 3, Size = 1.2 }, AirDb = -2,
    };
}
