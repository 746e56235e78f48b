using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Energetic: driving, neither glad nor grim.</summary>
internal static class EnergeticPieces
{
    public static PieceSpec NightTrain { get; } = new()
    {
        Title = "Night Train to Anywhere", Genre = "electronic", Mood = new(.05, .75, .4), Key = Key.Of("D", Mode.Dorian), TempoBpm = 128, LoosenessMs = 2, Ritardando = 0,
        Form = "I:4:.6 A1:8:.75 A2:8:.9 B:8:.8 A3:8:1 O:4:.7",
        Chords = Sheet.Read("""
            I  i7
            A  i7 | % | IV | % | i7 | % | bVII | IV
            B  bIIImaj7 | IV | i7 | % | bIIImaj7 | IV | v7 | v7
            O  i7 | IV | i7 | i7
            """),
        Tunes = Sheet.Read("""
            A2 r 5:.5 7:.5 8:1.5 7:.5 | 5:2 r:2 | r 6:.5 8:.5 9:1.5 8:.5 | 6:2 5:.5 4:.5 3
            A3 r 5:.5 7:.5 8:1.5 7:.5 | 5:2 r:2 | r 6:.5 8:.5 9:1.5 8:.5 | 6:2 5:.5 4:.5 3
            B  7:1.5 8:.5 9 10 | 9:1.5 8:.5 6:2 | 8:1.5 7:.5 5:2 | 3:.5 4:.5 5 7:2
            """),
        Parts =
        [
            new BassPart { Sound = Basses.Acid, Pattern = "R.RR.R.OR.RR.O57 | R.RR.R.OR.R5.7OA", Articulation = 0.75, LevelDb = -1.5, DuckDb = 4, Reverb = 0.03 },
            new TunePart { Sound = Pads.SoftLead, LevelDb = -1, Reverb = 0.2, Effects = [new Echo(0.75, 0.45, 0.35)] },
            new ArpeggioPart { Sound = Pads.Pluck, Pattern = "0 3 1 4 2 5 1 3 0 4 2 6 1 5 2 4", Low = 57, High = 74, LevelDb = -6, DuckDb = 5, Pan = 0.2, Reverb = 0.2, Effects = [new Echo(0.75, 0.35, 0.3)] },
            new PadPart { Sound = Pads.Bright, Sections = "B A3 O", Low = 53, High = 76, LevelDb = -7, DuckDb = 8, Reverb = 0.3 },
            new CompPart { Sound = Pads.Stab, Sections = "A2 A3", Pattern = "...x..x....x.... | ...x..x....x..x.", Low = 57, High = 74, LevelDb = -6, Pan = -0.3, Reverb = 0.3, Effects = [new Echo(0.5, 0.3, 0.25)] },
            new DrumPart
            {
                Sound = Kits.Electronic, Sections = "I", LevelDb = -4, Reverb = 0.06, Looseness = 0.3,
                Lanes = ["Kick x...x...x...x...", "Shaker oxoxoxoxoxoxoxox"], Fill = ["Snare ....o.o.oooxxxxx"],
            },
            new DrumPart
            {
                Sound = Kits.Electronic, Sections = "A B O", LevelDb = 0, Reverb = 0.06, CrashOn = "A B", Looseness = 0.3,
                Lanes = ["Kick x...x...x...x... | x...x...x...x.x.", "Snare ..?.x..?..?.x..o", "HatOpen ..x...x...x...x.", "HatClosed xoxxxoxxxoxxxoxx", "Rim ...o..o....o..?."],
                Fill = ["Riser x...............", "Snare x.xxx.xxx.xxxxxx", "Kick x...x...x......."],
            },
        ],
        Room = new() { DecaySeconds = 1.5 }, AirDb = -3,
    };

    public static PieceSpec CopperWire { get; } = new()
    {
        Title = "Copper Wire", Motif = Objects.Wires, Genre = "funk", Mood = new(-.05, .5, .4), Key = Key.Of("G", Mode.Dorian), TempoBpm = 104, Swing = 0.07, SwingUnit = 0.5, LoosenessMs = 6, Ritardando = 0.05,
        Form = "I:4:.6 A1:8:.75 A2:8:.85 B:8:.8 A3:8:1 O:2:.8",
        Chords = Sheet.Read("""
            I  i9
            A  i9 | % | % | IV9
            B  bVImaj7 | bVII9 | i9 | % | bVImaj7 | bVII9 | V7#9 | %
            O  i9
            """),
        Tunes = Sheet.Read("""
            A  r:.5 5:.5 7:.5 8:.5 r:.5 8:.5 7 | 5:.5 4:.5 3 r:2 | r:.5 5:.5 7:.5 8:.5 10:.5 8:.5 7 | 6:1.5 5:.5 4 r
            B  5:1.5 3:.5 5 7 | 4:1.5 r:.5 4:.5 5:.5 4 | 3:1.5 1:.5 3 5 | 8:2 r:2
            O  8:.5 r:.5 8:.5 7:.5 5:.5 4:.5 3 | 1:2 r:2
            """),
        Parts =
        [
            new BassPart { Sound = Basses.Picked, Pattern = "R..gR.5.g.R7.gO. | R..gR.7.g.R.5.A.", Articulation = 0.85, LevelDb = -1, Reverb = 0.03 },
            new CompPart { Sound = Pianos.Clavinet, Pattern = "x.ox.xo.x.ox.xox | x.ox.xo..xox.xo.", Voices = 3, Low = 55, High = 72, LevelDb = -4, Pan = -0.35, Reverb = 0.12 },
            new TunePart { Sound = Winds.MutedTrumpet, Sections = "A1 B O", LevelDb = 0, Pan = 0.1, Reverb = 0.25 },
            new TunePart { Sound = Winds.Brass, Sections = "A2 A3", Octave = -1, Articulation = 0.85, LevelDb = 0, Pan = 0.1, Reverb = 0.2 },
            new TunePart { Sound = Winds.Brass, Sections = "A3", Octave = -1, IsSecondVoice = true, Articulation = 0.85, LevelDb = -3, Pan = -0.2, Reverb = 0.2 },
            new CompPart { Sound = Pianos.Electric, Sections = "A2 B A3", Pattern = "x--...x-....x-.. | x--...x-..x-....", Low = 55, High = 74, LevelDb = -8, Pan = 0.35, Reverb = 0.2, Effects = [new Tremolo(5.5, 0.35)] },
            new CompPart { Sound = Strings.MutedGuitar, Sections = "A2 A3", Pattern = "oooxooxoooxooxoo", Voices = 2, Low = 60, High = 72, LevelDb = -10, Pan = 0.5, Reverb = 0.1 },
            new DrumPart
            {
                Sound = Kits.Acoustic, LevelDb = -2, Reverb = 0.1, CrashOn = "A B", Looseness = 0.6,
                Lanes = ["Kick x.....x.x.x..... | x..x....x.x....x", "Snare ....X..o.o..X..o | ....X..o.oo.X.?o", "HatClosed xoxoxox.xoxoxoxo", "HatOpen .......x........", "Tambourine ....o.......o..."],
                Fill = ["Snare ....X..oX.oxX.xx", "TomMid ..........x..x..", "TomLow ............x.x."],
            },
        ],
        Room = new() { DecaySeconds = 1.0, Size = 0.75 },
    };
}
