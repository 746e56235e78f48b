using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Synthesis;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Sad: slow, minor, sparse, falling lines.</summary>
internal static class SadPieces
{
    public static PieceSpec Letters { get; } = new()
    {
        Title = "Letters I Never Sent", Motif = Objects.Papers, Genre = "neoclassical", Mood = new(-.62, -.36, -.35), Key = Key.Of("A", Mode.Minor), TempoBpm = 66, LoosenessMs = 12, Rubato = 0.045,
        Form = "I:2:.4 A1:8:.5 B:8:.85 A2:6:.65 O:2:.35",
        Chords = Sheet.Read("""
            I  i | bVImaj7
            A  i | v/b7 | iv/b6 | V7 | bVImaj7 | bIII | iv7 | V7sus4 V7
            A2 i | v/b7 | iv/b6 | V7 | bVImaj7 | iv6
            B  bIII | bVII/2 | i | bVImaj7 | iv7 | bIII/5 | iih7 | V7
            O  ivadd9 | iadd9
            """),
        Tunes = Sheet.Read("""
            A1 r 5 8 7 | 5:3 r | r 4 6 5 | 3:1.5 2:.5 2:2 | r 3 5 8 | 7:1.5 5:.5 3:2 | 4 3 2 1 | 2:3 r
            A2 r 5 8:.5 9:.5 7 | 5:3 r | r 4 6:.5 7:.5 5 | 3:1.5 4:.5 2:2 | r 3 5 8 | 4:1.5 3:.5 1:2
            B  10:2 9 8 | 9:2.5 7:.5 5 | 8:2 7 5 | 6:3 r | 4 6 8:1.5 7:.5 | 7 5 3:2 | 2 4 6 5 | 5:2 7:2
            O  r 5 3 2 | 1:4
            """),
        Parts =
        [
            new TunePart { Sound = Pianos.Felt, Sections = "A1 O", Octave = -1, Articulation = 1.1, LevelDb = 0, Pan = 0.08, Reverb = 0.35 },
            new TunePart { Sound = Pianos.Felt, Sections = "B A2", Articulation = 1.1, LevelDb = 0, Pan = 0.08, Reverb = 0.35 },
            new ArpeggioPart { Sound = Pianos.Felt, Pattern = "0 1 2 1 3 1 2 1 | 0 1 2 3 2 1 2 1", Low = 43, High = 63, RingSteps = 3, LevelDb = -6, Pan = -0.1, Reverb = 0.3 },
            new BassPart { Sound = Pianos.Felt, Pattern = "R-------", Low = 33, LevelDb = -8, Reverb = 0.25 },
            new CounterPart { Sound = Strings.Cello, Sections = "A1 B O", Low = 48, High = 62, LevelDb = -6, Pan = -0.25, Reverb = 0.4 },
            new TunePart { Sound = Strings.Cello, Sections = "A2", Octave = -1, LevelDb = -2, Pan = -0.2, Reverb = 0.4 },
            new PadPart { Sound = Strings.SoftEnsemble, Sections = "B A2 O", Low = 52, High = 76, LevelDb = -9, Reverb = 0.5 },
            new TunePart { Sound = Strings.Violin, Sections = "B", Octave = -1, LevelDb = -5, Pan = 0.3, Reverb = 0.5 },
        ],
        Room = new() { DecaySeconds = 2.8, Size = 1.1, DampingHertz = 3500 },
    };

    public static PieceSpec EmptyPier { get; } = new()
    {
        Title = "Rain on the Empty Pier", Genre = "folk ballad", Mood = new(-.45, -.26, -.3), Key = Key.Of("D", Mode.Minor), TempoBpm = 84, BarBeats = 3, LoosenessMs = 10, Rubato = 0.025,
        Form = "I:4:.4 A1:8:.55 A2:8:.65 B:8:.85 A3:8:.7 O:4:.4",
        Chords = Sheet.Read("""
            I  iadd9 | bVImaj7 | iadd9 | bVImaj7
            A  iadd9 | bVII | bVImaj7 | % | iv7 | i | bVII | V7
            B  bIII | bVII/2 | iv | i | bVI | bIII/5 | iv | V7sus4
            O  bVImaj7 | bVII | iadd9 | iadd9
            """),
        Tunes = Sheet.Read("""
            A  5:1.5 4:.5 3 | 4:2 2 | 3:1.5 2:.5 1 | 1:2 r | 4 6 8 | 5:2 3 | 2:1.5 3:.5 4 | 5:2 r
            B  10:2 9:.5 8:.5 | 9:2 7 | 8:1.5 7:.5 6 | 5:3 | 8 6 8 | 7:2 5 | 4 3 4 | 5:3
            """),
        Parts =
        [
            new ArpeggioPart { Sound = Strings.NylonGuitar, Pattern = "0 1 2 3 2 1 | 0 2 1 3 1 2", Low = 45, High = 69, RingSteps = 3, LevelDb = -3, Pan = -0.2, Reverb = 0.25 },
            new TunePart { Sound = Winds.Oboe, Sections = "A1", LevelDb = -1, Pan = 0.15, Reverb = 0.35 },
            new TunePart { Sound = Strings.Violin, Sections = "A2 B", LevelDb = 0, Pan = 0.15, Reverb = 0.4 },
            new TunePart { Sound = Strings.Cello, Sections = "A3", Octave = -1, LevelDb = 0, Pan = -0.1, Reverb = 0.35 },
            new TunePart { Sound = Winds.Oboe, Sections = "A3", LevelDb = -4, Pan = 0.25, Reverb = 0.4 },
            new BassPart { Sound = Basses.Upright, Sections = "A B", Pattern = "R-- | R-5 | R-- | R-A", LevelDb = -5, Reverb = 0.12 },
            new PadPart { Sound = Strings.SoftEnsemble, Sections = "A2 B A3 O", Low = 53, High = 74, LevelDb = -10, Reverb = 0.45 },
            new CounterPart { Sound = Winds.Flute, Sections = "B", Low = 69, High = 84, LevelDb = -8, Pan = 0.35, Reverb = 0.45 },
            new DrumPart { Sound = Kits.Soft, Sections = "B A3", LevelDb = -13, Reverb = 0.25, Lanes = ["BrushSweep x.x.x.", "Kick x....."] },
            new DronePart { Sound = () => new Weather(Surroundings.Rain), LevelDb = -16, Reverb = 0 },
        ],
        Room = new() { DecaySeconds = 2.2, DampingHertz = 3800 },
    };
}
