using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Moods inside the rim, and one in a corner: focused, nostalgic, triumphant, neutral.</summary>
internal static class InnerPieces
{
    public static PieceSpec DeepWork { get; } = new()
    {
        Title = "Deep Work", Genre = "minimal", Mood = new(.2, .15, .35), Key = Key.Of("D", Mode.Lydian), TempoBpm = 104, LoosenessMs = 3, Ritardando = 0.1,
        Form = "I:4:.5 A1:8:.6 A2:8:.7 B:8:.8 A3:8:.8 O:4:.5",
        Chords = Sheet.Read("""
            I  Iadd9
            A  Iadd9 | % | II/1 | % | Iadd9 | % | vi7 | II/1
            B  vi7 | % | Vadd9 | % | II | % | Vadd9 | II/1
            O  II/1 | Iadd9 | % | %
            """),
        Tunes = Sheet.Read("""
            A2 5:2 r:2 | r:2 3:2 | 4:2 r:2 | r:2 2:2
            A3 5:2 r 6 | 5:2 3:2 | 4:2 r 5 | 4:2 2:2
            B  8:3 7 | 5:4 | 7:3 6 | 4:4
            """),
        Parts =
        [
            new ArpeggioPart { Sound = Mallets.Marimba, Pattern = "0 2 1 3 0 2 1 3 0 2 4 3 1 2 1 3 | 0 2 1 3 0 4 1 3 0 2 4 3 1 4 1 2", Low = 57, High = 74, LevelDb = -1, Pan = -0.4, Reverb = 0.2 },
            new ArpeggioPart { Sound = Mallets.Kalimba, Sections = "A B", Pattern = "0 1 2 0 1 3 0 2 1 3 1 2", Low = 62, High = 79, LevelDb = -3, Pan = 0.4, Reverb = 0.2 },
            new TunePart { Sound = Pianos.Electric, Articulation = 1.1, LevelDb = -1, Reverb = 0.35, Effects = [new Chorus(), new Echo(1.5, 0.35, 0.2)] },
            new PadPart { Sound = Pads.Warm, Sections = "A2 B A3 O", Low = 52, High = 74, LevelDb = -8, Reverb = 0.35 },
            new CounterPart { Sound = Winds.Clarinet, Sections = "B A3", Low = 55, High = 69, LevelDb = -9, Pan = 0.2, Reverb = 0.35 },
            new BassPart { Sound = Basses.Round, Sections = "A B O", Pattern = "R-----R-..R----- | R-----R-..5-----", LevelDb = -4, Reverb = 0.03 },
            new DrumPart { Sound = Kits.Soft, Sections = "A B", LevelDb = -9, Reverb = 0.15, Looseness = 0.5, Lanes = ["Kick x.......x....... | x.......x.....o.", "Shaker xoooxoooxoooxooo", "Rim ....o..?....o... | ....o.......o.?."] },
        ],
        Room = new() { DecaySeconds = 1.6 },
    };

    public static PieceSpec Attic { get; } = new()
    {
        Title = "The Attic Window", Genre = "chamber", Mood = new(.08, -.28, -.1), Key = Key.Of("C", Mode.Major), TempoBpm = 86, BarBeats = 3, LoosenessMs = 12, Rubato = 0.04,
        Form = "I:4:.4 A1:8:.55 B:8:.75 A2:8:.65 O:4:.35",
        Chords = Sheet.Read("""
            I  I | iii7 | IV | iv6
            A  I | V/7 | vi | iii7 | IV | I/3 | iv6 | V7
            B  vi | iii | IV | I | ii7 | iv6 | I/5 | V7
            O  IV | iv6 | I | I
            """),
        Tunes = Sheet.Read("""
            A  5 3 5 | 7:2 5 | 8 7:.5 6:.5 5 | 3:3 | 6 4 6 | 5:2 3 | b6 4 2 | 2:3
            B  8:1.5 7:.5 6 | 7:2 5 | 6:1.5 5:.5 4 | 3:3 | 4 6 8 | 8:2 b6 | 5 8 10 | 9:3
            O  6:2 5 | b6:2 4 | 3:3 | 1:3
            """),
        Parts =
        [
            new TunePart { Sound = Mallets.MusicBox, Sections = "A1 O", Octave = 1, LevelDb = 0, Pan = 0.1, Reverb = 0.35 },
            new TunePart { Sound = Pianos.Felt, Sections = "B", LevelDb = 0, Reverb = 0.3 },
            new TunePart { Sound = Strings.Violin, Sections = "A2", LevelDb = -1, Pan = 0.15, Reverb = 0.4 },
            new TunePart { Sound = Mallets.MusicBox, Sections = "A2", Octave = 1, LevelDb = -6, Pan = 0.3, Reverb = 0.35 },
            new ArpeggioPart { Sound = Pianos.Felt, Pattern = "0 1 2 3 2 1 | 0 2 1 3 1 2", Low = 48, High = 69, RingSteps = 3, LevelDb = -5, Pan = -0.15, Reverb = 0.3 },
            new CounterPart { Sound = Winds.Accordion, Sections = "B A2", Low = 57, High = 72, LevelDb = -8, Pan = -0.3, Reverb = 0.35 },
            new BassPart { Sound = Basses.Upright, Sections = "A B", Pattern = "R-- | R-- | R-- | R-A", LevelDb = -5, Reverb = 0.1 },
            new PadPart { Sound = Strings.SoftEnsemble, Sections = "B A2 O", Low = 53, High = 74, LevelDb = -11, Reverb = 0.45 },
            new DronePart { Sound = () => new Weather(Surroundings.Vinyl), LevelDb = -18, Reverb = 0 },
        ],
        Room = new() { DecaySeconds = 2.2, DampingHertz = 3500 },
    };

    public static PieceSpec Cathedral { get; } = new()
    {
        Title = "Cathedral of Tomorrow", Genre = "cinematic", Mood = new(.6, .65, .7), Key = Key.Of("Bb", Mode.Major), TempoBpm = 100, LoosenessMs = 6, Ritardando = 0.2,
        Form = "I:4:.5 A1:8:.7 B:8:.85 A2:8:1 O:4:1",
        Chords = Sheet.Read("""
            I  I | IV/1 | I | V7sus4
            A  I | V/7 | vi | IV | I/3 | IV | V7sus4 | V
            B  vi | IV | I | V | vi | bVI | bVII | V7sus4
            O  bVI | bVII | I | I
            """),
        Tunes = Sheet.Read("""
            A  1:1.5 2:.5 3 5 | 5:2 2:2 | 3:1.5 4:.5 5 8 | 6:3 r | 8:1.5 7:.5 6 5 | 6:2 4 6 | 5:1.5 6:.5 8:2 | 7:3 r
            B  8:1.5 8:.5 7 8 | 9:2 8 6 | 10:1.5 9:.5 8 5 | 7:2 9:2 | 8:1.5 9:.5 10 12 | 8:2 b10:2 | 9:2 11:2 | 9:3 r
            O  8:2 b10:2 | 9:2 11:2 | 12:4 | 8:3 r
            """),
        Parts =
        [
            new TunePart { Sound = Winds.Horns, Sections = "A1", LevelDb = 0, Pan = -0.1, Reverb = 0.35 },
            new TunePart { Sound = Strings.Ensemble, Sections = "B A2", Octave = 1, LevelDb = -2, Pan = 0.05, Reverb = 0.35 },
            new TunePart { Sound = Winds.Brass, Sections = "A2 O", LevelDb = 0, Reverb = 0.3 },
            new TunePart { Sound = Winds.Horns, Sections = "B A2 O", IsSecondVoice = true, LevelDb = -4, Pan = -0.2, Reverb = 0.35 },
            new PadPart { Sound = Strings.Ensemble, Low = 50, High = 77, Voices = 5, LevelDb = -6, Reverb = 0.35 },
            new PadPart { Sound = Winds.ChoirAh, Sections = "B A2 O", Low = 55, High = 77, LevelDb = -7, Reverb = 0.5 },
            new ArpeggioPart { Sound = Strings.Staccato, Sections = "A1 B A2", Pattern = "0 2 1 2 3 2 1 2 0 2 1 2 3 2 4 2", Low = 53, High = 72, LevelDb = -6, Pan = 0.2, Reverb = 0.25 },
            new BassPart { Sound = Basses.Bowed, Pattern = "R---R--- | R---R-A-", LevelDb = -3, Reverb = 0.2 },
            new BassPart { Sound = Mallets.Timpani, Sections = "B A2 O", Pattern = "R.......R..5R... | R.......RRRRRRRR", Low = 38, LevelDb = -4, Reverb = 0.35 },
            new ArpeggioPart { Sound = Mallets.ChurchBell, Sections = "A2 O", Pattern = "2 . . . | . . 3 .", Low = 58, High = 77, LevelDb = -8, Pan = 0.3, Reverb = 0.4 },
            new DrumPart
            {
                Sound = Kits.Heavy, Sections = "A B O", LevelDb = -3, Reverb = 0.3, CrashOn = "B A2 O",
                Lanes = ["Taiko x.....x.x....... | x.....x.x...x.x.", "Snare ....x..o.ooox..o | ....x..o.ooox.oo"], Fill = ["Snare x.ooxooox.ooxxxx", "Taiko x...x...x.x.xxxx"],
            },
        ],
        Room = new() { DecaySeconds = 2.8, Size = 1.3 }, LowDb = -1.5,
    };

    public static PieceSpec GreyLinen { get; } = new()
    {
        Title = "Grey Linen", Genre = "chillout", Mood = new(.03, .02, 0), Key = Key.Of("E", Mode.Mixolydian), TempoBpm = 92, LoosenessMs = 7,
        Form = "I:4:.5 A1:8:.6 A2:8:.7 B:8:.7 O:4:.5",
        Chords = Sheet.Read("""
            I  Isus2 | v7
            A  Isus2 | v7 | IVsus2 | bVIIsus2
            B  ii7 | v7 | bVIIadd9 | IVadd9
            O  IVsus2 | v7 | Isus2 | Isus2
            """),
        Tunes = Sheet.Read("""
            A  r 5 4:.5 5:.5 2 | 4:2 r:2 | r 4 2:.5 4:.5 1 | 2:2 r:2
            B  6:2 5 4 | 5:2 2:2 | 4:2 r:2 | 1:2 2:2
            """),
        Parts =
        [
            new TunePart { Sound = Pianos.Electric, LevelDb = 0, Pan = 0.1, Reverb = 0.3, Effects = [new Tremolo(4.5, 0.4), new Echo(0.75, 0.3, 0.18)] },
            new ArpeggioPart { Sound = Strings.MutedGuitar, Sections = "A B", Pattern = "0 . 2 1 . 3 2 . | 0 . 2 1 3 . 2 1", Low = 52, High = 71, LevelDb = -6, Pan = -0.35, Reverb = 0.25, Effects = [new Echo(0.75, 0.35, 0.3)] },
            new PadPart { Sound = Pads.Warm, Low = 52, High = 74, LevelDb = -6, Reverb = 0.35 },
            new BassPart { Sound = Basses.Round, Sections = "A B O", Pattern = "R--R--5- | R--R--A-", LevelDb = -3, Reverb = 0.03 },
            new CounterPart { Sound = Winds.Flute, Sections = "B", Low = 67, High = 83, LevelDb = -7, Pan = 0.3, Reverb = 0.45 },
            new DrumPart { Sound = Kits.Dusty, Sections = "A B", LevelDb = -5, Reverb = 0.12, Lanes = ["Kick x..x..x. | x..x....", "Rim ..x...x.", "HatClosed xoxoxoxo | xoxoxoxx", "Shaker oooooooo"], Fill = ["Rim ..x..xxx"] },
        ],
        Room = new() { DecaySeconds = 1.8 },
    };
}
