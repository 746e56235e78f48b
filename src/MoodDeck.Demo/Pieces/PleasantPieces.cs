using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Pleasant: middling tempo, major, plucked strings, nothing hurried.</summary>
internal static class PleasantPieces
{
    public static PieceSpec Porchlight { get; } = new()
    {
        Title = "Porchlight, Late June", Genre = "folk", Mood = new(.72, .05, .3), Key = Key.Of("G", Mode.Major), TempoBpm = 98, Rubato = 0.01,
        Form = "I:4:.45 A1:8:.6 A2:8:.7 B:8:.85 A3:8:.95 O:4:.5",
        Chords = Sheet.Read("""
            I  I | IVadd9 | I | IVadd9
            A  I | V/7 | vi7 | IVmaj7 | I/3 | IV | ii7 V7sus4 | I
            B  vi7 | IV | I/3 | V | vi7 | II7 | IVmaj7 | V7sus4 V7
            O  IVadd9 | I | IVadd9 | I
            """),
        Tunes = Sheet.Read("""
            A  5 3:.5 5:.5 6 5 | 5 2:.5 3:.5 2:2 | 3 1:.5 3:.5 5 6 | 6:1.5 5:.5 3:2
            B  8:1.5 7:.5 6 5 | 6:1.5 5:.5 4:2 | 5:1.5 3:.5 5 8 | 7 6 5:2 | 8:1.5 7:.5 6 5 | 6:1.5 8:.5 9:2 | 8 6 4 6 | 5:3 r
            """),
        Parts =
        [
            new ArpeggioPart { Sound = Strings.SteelGuitar, Pattern = "0 2 1 3 0 2 1 4 | 0 3 1 2 0 3 2 4", Voices = 4, Low = 47, High = 71, RingSteps = 3, LevelDb = -4, Pan = -0.3, Reverb = 0.2 },
            new TunePart { Sound = Strings.NylonGuitar, Sections = "A1", Octave = 0, LevelDb = -0.5, Pan = 0.15, Reverb = 0.25 },
            new TunePart { Sound = Winds.Flute, Sections = "A2 B", LevelDb = 0, Pan = 0.1, Reverb = 0.35 },
            new TunePart { Sound = Strings.Violin, Sections = "A3", LevelDb = -1, Pan = 0.12, Reverb = 0.35 },
            new TunePart { Sound = Winds.Flute, Sections = "A3", IsSecondVoice = true, LevelDb = -5, Pan = -0.15, Reverb = 0.35 },
            new CompPart { Sound = Strings.TwelveString, Sections = "B A3", Pattern = "x-.ox-xo | x-.ox-ox", StrumBeats = 0.03, Low = 50, High = 72, LevelDb = -8, Pan = 0.4 },
            new BassPart { Sound = Basses.Upright, Sections = "A B", Pattern = "R---5--- | R---5-A-", LevelDb = -4, Reverb = 0.08 },
            new DrumPart { Sound = Kits.Soft, Sections = "A2 B A3", Lanes = ["Kick x...x... | x...x..o", "BrushTap ..x...x. | ..x...xo", "Shaker xoxoxoxo"], Fill = ["BrushTap ..x.ooxx"], LevelDb = -9, Reverb = 0.15 },
            new PadPart { Sound = Strings.SoftEnsemble, Sections = "B A3 O", Low = 52, High = 74, LevelDb = -12, Reverb = 0.45 },
            new TunePart { Sound = Mallets.Glockenspiel, Sections = "A3", Octave = 1, LevelDb = -13, Pan = 0.4, Reverb = 0.4 },
        ],
        Room = new() { DecaySeconds = 1.5 },
    };

    public static PieceSpec Terrace { get; } = new()
    {
        Title = "Terrace at Four", Motif = Geometries.Tiles, Genre = "bossa nova", Mood = new(.5, -.04, .2), Key = Key.Of("F", Mode.Major), TempoBpm = 116,
        Form = "I:4:.5 A1:8:.6 A2:8:.7 B:8:.8 A3:8:.8 O:4:.5",
        Chords = Sheet.Read("""
            I  Imaj9 | bII7 | Imaj9 | bII7
            A  Imaj9 | % | II9 | % | ii9 | bII7 | Imaj9 | bII7
            B  IVmaj9 | % | iv6 | % | iii7 | VI7b9 | ii9 | V13
            O  Imaj9 | bII7 | Imaj9 | I69
            """),
        Tunes = Sheet.Read("""
            A  5:1.5 3:.5 2 3 | 5:1.5 3:.5 2:.5 3:1.5 | #4:1.5 3:.5 2 3 | 6:2 5 3
            B  6:1.5 5:.5 6:.5 8:1.5 | 7:3 r | b6:1.5 5:.5 b6:.5 8:1.5 | 8:2 b7 b6 | 5:1.5 4:.5 3:.5 5:1.5 | 3:1.5 2:.5 #1:2 | 2:1.5 4:.5 6:.5 8:1.5 | 7:2 6 5
            """),
        Parts =
        [
            new CompPart { Sound = Strings.NylonGuitar, Pattern = "x-.x-.x- | .-x-.x-.", Low = 50, High = 69, StrumBeats = 0.015, LevelDb = -4, Pan = -0.25, Reverb = 0.2 },
            new TunePart { Sound = Winds.Flute, Sections = "A1 B", LevelDb = 0, Pan = 0.1, Reverb = 0.3 },
            new TunePart { Sound = Mallets.Vibraphone, Sections = "A2", LevelDb = 0, Pan = 0.15, Reverb = 0.3, Effects = [new Tremolo(5.2, 0.35)] },
            new TunePart { Sound = Winds.Flute, Sections = "A3", LevelDb = -1, Pan = 0.15, Reverb = 0.3 },
            new TunePart { Sound = Mallets.Vibraphone, Sections = "A3", IsSecondVoice = true, LevelDb = -5, Pan = -0.1, Reverb = 0.3, Effects = [new Tremolo(5.2, 0.35)] },
            new BassPart { Sound = Basses.Upright, Sections = "A B O", Pattern = "R--55--R | R--55--A", LevelDb = -3, Reverb = 0.06 },
            new PadPart { Sound = Pianos.Electric, Sections = "B A3", IsRestruck = true, Low = 53, High = 73, LevelDb = -9, Pan = 0.3, Reverb = 0.3, Effects = [new Chorus()] },
            new DrumPart { Sound = Kits.Soft, Sections = "A B", Lanes = ["Kick o..oo..o", "Rim x..x..x. | ..x..x..", "HatClosed xoxoxoxo | xoxoxoxx", "Shaker oxoxoxox"], Fill = ["Rim x..x..xx"], LevelDb = -8, Reverb = 0.12 },
            new PadPart { Sound = Strings.SoftEnsemble, Sections = "B O", Voices = 3, Low = 60, High = 79, LevelDb = -13, Reverb = 0.4 },
        ],
        Room = new() { DecaySeconds = 1.3, Size = 0.9 },
    };
}
