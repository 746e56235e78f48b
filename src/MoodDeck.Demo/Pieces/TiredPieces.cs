using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Tired: slow, low, soft-edged, dropping behind the beat.</summary>
internal static class TiredPieces
{
    public static PieceSpec PastMidnight { get; } = new()
    {
        Title = "Three Hours Past Midnight", Genre = "slow jazz", Mood = new(-.3, -.6, -.3), Key = Key.Of("C", Mode.Minor), TempoBpm = 60, Swing = 0.15, LoosenessMs = 16, Rubato = 0.02,
        Form = "I:2:.4 A1:8:.5 B:4:.65 A2:8:.55 O:2:.35",
        Chords = Sheet.Read("""
            I  i9 | iv9
            A  i9 | iv9 | iih7 V7b9 | i9 | bVImaj7 | iih7 | V7#9 | i6
            B  iv9 | bVII9 | bIIImaj9 | bVImaj7
            O  iv9 | i9
            """),
        Tunes = Sheet.Read("""
            A  r 5:.5 8 7:.5 5 | 6:1.5 5:.5 4:2 | r:.5 4:.5 6:.5 8:.5 7 5 | 3:2.5 r:1.5
            B  8:1.5 6:.5 8 9 | 8 6 4:2 | 7:1.5 5:.5 7 8 | 7 5 3:2
            """),
        Parts =
        [
            new TunePart { Sound = Winds.MutedTrumpet, Sections = "A1 B", LevelDb = -1, Pan = 0.1, Reverb = 0.4 },
            new TunePart { Sound = Pianos.ElectricDark, Sections = "A2", LevelDb = 0, Pan = 0.1, Reverb = 0.3, Effects = [new Tremolo(4.2, 0.3)] },
            new CompPart { Sound = Pianos.ElectricDark, Pattern = "x---..x- | x-----x-", Low = 51, High = 70, StrumBeats = 0.02, LevelDb = -4, Pan = -0.2, Reverb = 0.3, Effects = [new Tremolo(4.2, 0.35)] },
            new BassPart { Sound = Basses.Upright, Sections = "A B O", Pattern = "R---5--- | R---W-A-", LevelDb = -3, Reverb = 0.1 },
            new DrumPart { Sound = Kits.Soft, Sections = "A B", LevelDb = -10, Reverb = 0.2, Lanes = ["BrushSweep x...x...", "BrushTap ..o...x.", "Ride x.oox.oo", "Kick o......?"] },
            new PadPart { Sound = Pads.Dark, Sections = "B A2 O", Low = 48, High = 67, LevelDb = -11, Reverb = 0.4 },
            new DronePart { Sound = () => new Weather(Surroundings.Vinyl), LevelDb = -20, Reverb = 0 },
        ],
        Room = new() { DecaySeconds = 2, DampingHertz = 3000 },
    };

    public static PieceSpec HeavyEyelids { get; } = new()
    {
        Title = "Heavy Eyelids", Genre = "downtempo", Mood = new(-.22, -.42, -.2), Key = Key.Of("F", Mode.Minor), TempoBpm = 70, Swing = 0.11, SwingUnit = 0.5, LoosenessMs = 14,
        Form = "I:2:.45 A1:8:.6 B:4:.7 A2:8:.7 O:2:.4",
        Chords = Sheet.Read("""
            I  i9 | bVImaj7
            A  i9 | bVImaj7 | iv9 | v7 | i9 | bVImaj7 | iv9 | iv9 v7
            B  bIIImaj7 | bVImaj7 | iv9 | v7
            O  bVImaj7 | i9
            """),
        Tunes = Sheet.Read("""
            A  r:1.5 5:.5 7 5 | 3:2.5 r:1.5 | r:1.5 4:.5 6 4 | 2:3 r
            B  7:1.5 5:.5 3:2 | 5:1.5 3:.5 1:2 | 4:1.5 3:.5 1 4 | 2:4
            """),
        Parts =
        [
            new PadPart { Sound = Pianos.Electric, IsRestruck = true, Low = 51, High = 70, LevelDb = -2, Pan = -0.1, Reverb = 0.25, Effects = [new Tremolo(3.4, 0.35), new Equaliser(Biquad.LowPass(3200))] },
            new TunePart { Sound = Strings.NylonGuitar, Octave = 0, LevelDb = 0, Pan = 0.2, Reverb = 0.3, Effects = [new Echo(0.75, 0.3, 0.2, 2200)] },
            new BassPart { Sound = Basses.Sub, Sections = "A B O", Pattern = "R-----.R-5--.... | R-----.R--A-....", LevelDb = -8, Reverb = 0.02 },
            new DrumPart { Sound = Kits.Dusty, Sections = "A B", LevelDb = -5, Reverb = 0.1, Lanes = ["Kick x......x..x..... | x......x..x....o", "Snare ....x.......x...", "HatClosed x.o.x.o.x.o.x.oo"], Fill = ["HatClosed x.o.x.o.x......."] },
            new PadPart { Sound = Pads.Warm, Sections = "B A2 O", Low = 56, High = 76, LevelDb = -12, Reverb = 0.4 },
            new ArpeggioPart { Sound = Mallets.Kalimba, Sections = "B A2", Pattern = ". . 2 . 3 . 1 . | . 1 . 3 . . 2 .", Low = 60, High = 79, RingSteps = 2, Omit = 0.2, LevelDb = -10, Pan = -0.35, Reverb = 0.35 },
            new DronePart { Sound = () => new Weather(Surroundings.Vinyl), LevelDb = -17, Reverb = 0 },
        ],
        Room = new() { DecaySeconds = 1.8, DampingHertz = 2800 }, AirDb = -2,
    };
}
