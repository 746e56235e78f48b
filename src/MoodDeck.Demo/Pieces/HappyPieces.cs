using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Happy: quick steps, major, bright and short sounds.</summary>
internal static class HappyPieces
{
    public static PieceSpec PaperKites { get; } = new()
    {
        Title = "Paper Kites", Genre = "indie pop", Mood = new(.7, .42, .35), Key = Key.Of("C", Mode.Major), TempoBpm = 118,
        Form = "I:4:.5 A1:8:.65 B1:8:.85 A2:8:.75 B2:8:1 O:4:.7",
        Chords = Sheet.Read("""
            I  I | V | vi | IV
            A  I | V | vi | IV | I | V | IV | V
            B  IV | V | iii7 | vi | IV | V | I | I
            O  IV | V | I | I
            """),
        Tunes = Sheet.Read("""
            A  5 5:.5 6:.5 5 3 | 2 2:.5 3:.5 5:2 | 8 8:.5 7:.5 6 5 | 6:1.5 5:.5 4:2
            B  6:.5 6:.5 8 8:.5 7:.5 6 | 7:.5 7:.5 9 7:2 | 5:.5 5:.5 7 7:.5 6:.5 5 | 6:2 r:.5 5:.5 6:.5 7:.5 | 8:1.5 6:.5 8 6 | 9:1.5 7:.5 9 7 | 8 5 10:1.5 9:.5 | 8:3 r
            """),
        Parts =
        [
            new CompPart { Sound = Strings.Ukulele, Pattern = "x.xo.oxo | x.xo.oxx", Low = 60, High = 76, StrumBeats = 0.025, LevelDb = -3, Pan = -0.3, Reverb = 0.15 },
            new TunePart { Sound = Winds.Whistle, Sections = "A", Octave = 1, LevelDb = -1, Pan = 0.1, Reverb = 0.3 },
            new TunePart { Sound = Winds.Accordion, Sections = "B", LevelDb = -1, Pan = 0.1, Reverb = 0.25 },
            new TunePart { Sound = Mallets.Glockenspiel, Sections = "B", Octave = 1, LevelDb = -7, Pan = 0.35, Reverb = 0.3 },
            new TunePart { Sound = Winds.Whistle, Sections = "B2", Octave = 1, IsSecondVoice = true, LevelDb = -5, Pan = -0.2, Reverb = 0.3 },
            new ArpeggioPart { Sound = Strings.SteelGuitar, Sections = "A2 B", Pattern = "0 . 2 1 . 3 2 1", Low = 52, High = 72, RingSteps = 1.5, LevelDb = -8, Pan = 0.4, Reverb = 0.2 },
            new BassPart { Sound = Basses.Finger, Sections = "A B O", Pattern = "R--R5-R- | R--R5-A-", LevelDb = -2, Reverb = 0.04 },
            new DrumPart { Sound = Kits.Acoustic, Sections = "A1", Lanes = ["Kick x...x...", "Clap ..x...x.", "Shaker xoxoxoxo"], Fill = ["Clap ..x..xxx"], LevelDb = -6, Reverb = 0.12 },
            new DrumPart
            {
                Sound = Kits.Acoustic, Sections = "B A2", CrashOn = "B", LevelDb = -4, Reverb = 0.12,
                Lanes = ["Kick x..xx... | x..xx..x", "Snare ..x...x.", "Tambourine xoxoxoxo", "Clap ..x...x."], Fill = ["Snare ..x.xxxx", "TomHigh ....x...", "TomMid ......xx"],
            },
            new PadPart { Sound = Pads.Warm, Sections = "B2 O", Low = 55, High = 76, LevelDb = -12, Reverb = 0.35 },
        ],
        Room = new() { DecaySeconds = 1.1, Size = 0.8 }, Ritardando = 0.12,
    };

    public static PieceSpec Lemonade { get; } = new()
    {
        Title = "Lemonade Parade", Motif = Objects.Slices, Genre = "calypso", Mood = new(.55, .3, .25), Key = Key.Of("D", Mode.Major), TempoBpm = 108,
        Form = "I:4:.55 A1:8:.65 A2:8:.75 B:8:.85 A3:8:.95 O:4:.7",
        Chords = Sheet.Read("""
            I  I | IV | V7 | I
            A  I | I | IV | V7 | I | vi7 | ii7 V7 | I
            B  IV | I | V7 | I | IV | I | II7 | V7
            O  IV V7 | I | IV V7 | I
            """),
        Tunes = Sheet.Read("""
            A  3:.5 r:.5 5:.5 5:.5 6:.5 5 3:.5 | 5:1.5 3:.5 1:2 | 4:.5 r:.5 6:.5 6:.5 8:.5 6 4:.5 | 5:.5 4:.5 3:.5 2:1.5 r
            B  8:.5 8 6:.5 6 8 | 5:.5 5 3:.5 3:2 | 7:.5 7 5:.5 4:.5 5:.5 7 | 8:1.5 5:.5 3:2
            """),
        Parts =
        [
            new TunePart { Sound = Mallets.SteelDrum, Octave = 1, LevelDb = 0, Pan = 0.1, Reverb = 0.25 },
            new TunePart { Sound = Mallets.SteelDrum, Sections = "A2 A3", Octave = 1, IsSecondVoice = true, LevelDb = -5, Pan = -0.3, Reverb = 0.25 },
            new CompPart { Sound = Mallets.Marimba, Pattern = "..x..xx. | ..x.x.x.", Low = 55, High = 76, LevelDb = -5, Pan = -0.35, Reverb = 0.2 },
            new CompPart { Sound = Strings.NylonGuitar, Sections = "A2 B A3", Pattern = ".x.x.x.x", Low = 55, High = 72, StrumBeats = 0.02, LevelDb = -9, Pan = 0.4, Reverb = 0.15 },
            new BassPart { Sound = Basses.Finger, Sections = "A B O", Pattern = "R--5--O- | R--5-.A-", LevelDb = -2, Reverb = 0.04 },
            new DrumPart
            {
                Sound = Kits.Acoustic, Sections = "A B O", LevelDb = -5, Reverb = 0.12, CrashOn = "B A3",
                Lanes = ["Kick x...x...", "Rim ...x..x. | ...x.x..", "HatClosed ..x...x.", "CongaHigh ..x..xx. | .ox..xxo", "CongaLow x......x | x...o..x", "Shaker xoxoxoxo"],
                Fill = ["CongaHigh x.xxx.xx", "Snare ....xoxx"],
            },
            new PadPart { Sound = Winds.Brass, Sections = "B A3", IsRestruck = true, Voices = 3, Low = 57, High = 74, LevelDb = -11, Reverb = 0.25 },
            new CounterPart { Sound = Winds.Flute, Sections = "A3", Low = 74, High = 88, LevelDb = -8, Pan = 0.3, Reverb = 0.35 },
        ],
        Room = new() { DecaySeconds = 1.2, Size = 0.85 }, Ritardando = 0.12,
    };
}
