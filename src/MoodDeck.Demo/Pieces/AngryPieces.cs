using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Angry: minor seconds over a hammered root, distortion, weight.</summary>
internal static class AngryPieces
{
    public static PieceSpec BrokenGlass { get; } = new()
    {
        Title = "Broken Glass Boulevard", Genre = "industrial rock", Mood = new(-.7, .45, .4), Key = Key.Of("E", Mode.Phrygian), TempoBpm = 148, LoosenessMs = 4, Ritardando = 0,
        Form = "I:4:.7 A1:8:.8 A2:8:.9 B1:8:.85 A3:8:.95 B2:8:1 O:4:.9",
        Chords = Sheet.Read("""
            I  I5 | I5 | bII5 | I5
            A  I5 | I5 | bII5 | I5 | I5 | I5 | bII5 | bIII5
            B  bVI5 | bVII5 | I5 | bII5 | bVI5 | bVII5 | bII5 | bII5
            O  I5 | bII5 | I5 | I5
            """),
        Tunes = Sheet.Read("""
            A2 1^:.5 1:.5 2!:.5 1:.5 r:.5 1:.5 3!:.5 2!:.5 | 1:1.5 r:.5 5 4 | 2^:.5 2:.5 3!:.5 2:.5 r:.5 2:.5 4:.5 3:.5 | 1:2 r:2
            A3 8^:.5 8:.5 9!:.5 8:.5 r:.5 8:.5 10!:.5 9!:.5 | 8:1.5 r:.5 5 4 | 9^:.5 9:.5 10!:.5 9:.5 r:.5 9:.5 11:.5 10:.5 | 8:2 r:2
            B  6:1.5 5:.5 6 8 | 7:1.5 5:.5 4:2 | 5:1.5 4:.5 3 1 | 2:3 r
            """),
        Parts =
        [
            new CompPart { Sound = Strings.ElectricGuitar, Pattern = "X-xxX-xxX-xxX-x- | X-xxX-xxX-x-XxX-", IsPowerChord = true, Low = 40, LevelDb = -2, Pan = -0.75, Reverb = 0.1, Effects = [new Distortion(9)] },
            new CompPart { Sound = Strings.ElectricGuitar, Sections = "A B O", Pattern = "X-xxX-xxX-xxX-x- | X-xxX-xxX-x-XxX-", IsPowerChord = true, Low = 40, LevelDb = -2, Pan = 0.75, Reverb = 0.1, Looseness = 1.5, Effects = [new Distortion(7, 3900)] },
            new TunePart { Sound = Pads.SawLead, LevelDb = -1, Reverb = 0.2, Effects = [new Distortion(5, 4600), new Echo(0.75, 0.3, 0.15)] },
            new PadPart { Sound = Pads.Uneasy, Sections = "B O", Voices = 3, Low = 55, High = 74, LevelDb = -8, Reverb = 0.35 },
            new BassPart { Sound = Basses.Growl, Pattern = "R-RRR-RRR-RRR-R- | R-RRR-RRR-R-RRA-", Low = 28, Articulation = 0.9, LevelDb = -2, Reverb = 0.02, Effects = [new Equaliser(Biquad.LowPass(2600))] },
            new DrumPart
            {
                Sound = Kits.Heavy, Sections = "A B O", LevelDb = 0, Reverb = 0.12, CrashOn = "A B O", Looseness = 0.6,
                Lanes = ["Kick x.xxx.x.x.xxx.x. | x.xxx.x.xxx.xxxx", "Snare ....X.......X...", "HatOpen x...x...x...x...", "Anvil ......o.......o."],
                Fill = ["Snare ....X...X.X.XXXX", "TomMid ..........x.x...", "TomLow ............x.xx"],
            },
            new DrumPart { Sound = Kits.Heavy, Sections = "I", LevelDb = -4, Reverb = 0.12, Lanes = ["HatClosed x.x.x.x.x.x.x.x.", "Anvil X.......x......."], Fill = ["Snare X.x.X.x.XXXXXXXX"] },
        ],
        Room = new() { DecaySeconds = 1.1, Size = 0.9, DampingHertz = 3500 }, LowDb = -3, AirDb = -1.5,
    };

    public static PieceSpec RedFurnace { get; } = new()
    {
        Title = "Red Furnace", Motif = Objects.Flames, Genre = "industrial", Mood = new(-.5, .3, .35), Key = Key.Of("D", Mode.Phrygian), TempoBpm = 92, LoosenessMs = 4, Ritardando = 0,
        Form = "I:4:.6 A1:8:.75 B:8:.85 A2:8:1 O:3:.7",
        Chords = Sheet.Read("""
            I  i
            A  i | bII/1 | bV | bII
            B  iv | bII | bVI | V7b9
            O  i | bII/1 | i
            """),
        Tunes = Sheet.Read("""
            A  1^ r:.5 1:.5 2! 1 | 4:1.5 3:.5 2:2 | b5!:1.5 4:.5 3 2 | 2 1:3
            B  4 6 5:1.5 4:.5 | 6:2 2:2 | 3 8 6:1.5 3:.5 | #3:2 5:2
            """),
        Parts =
        [
            new BassPart { Sound = Basses.Growl, Pattern = "R-..R-R.g.R-..RA | R-..R-R.g.R-RRR.", Low = 29, LevelDb = -1, Reverb = 0.04, Effects = [new Equaliser(Biquad.LowPass(2200))] },
            new TunePart { Sound = Winds.Brass, Octave = -1, LevelDb = 0, Reverb = 0.3, Effects = [new Distortion(4, 3800)] },
            new TunePart { Sound = Pads.SawLead, Sections = "A2", LevelDb = -4, Reverb = 0.25, Pan = 0.2, Effects = [new Distortion(4, 4400)] },
            new CompPart { Sound = Strings.ElectricGuitar, Sections = "B A2", Pattern = "X-------....x-x- | X-------x-------", IsPowerChord = true, Low = 38, LevelDb = -3, Pan = -0.6, Reverb = 0.12, Effects = [new Distortion(8, 3800)] },
            new CompPart { Sound = Strings.ElectricGuitar, Sections = "B A2", Pattern = "X-------....x-x- | X-------x-------", IsPowerChord = true, Low = 38, LevelDb = -3, Pan = 0.6, Reverb = 0.12, Looseness = 1.6, Effects = [new Distortion(7, 3600)] },
            new ArpeggioPart { Sound = Strings.Staccato, Sections = "A2 B", Pattern = "0 0 0 1 0 0 2 0 0 1 0 0 3 0 2 1", Low = 50, High = 69, LevelDb = -7, Pan = 0.3, Reverb = 0.25 },
            new PadPart { Sound = Pads.Uneasy, Low = 50, High = 70, LevelDb = -9, Reverb = 0.35 },
            new DrumPart
            {
                Sound = Kits.Heavy, LevelDb = -0.5, Reverb = 0.18, CrashOn = "A B",
                Lanes = ["Kick x.....x.x......x | x.....x..x....x.", "Snare ........X.......", "Anvil ....o.......x... | ....x.....o.x...", "HatClosed x.o.x.o.x.o.x.oo", "Taiko x..............."],
                Fill = ["Snare ........X.o.X.XX", "TomLow x..x..x.....x.x."],
            },
            new DronePart { Sound = () => new Weather(Surroundings.Hum), LevelDb = -19, Reverb = 0.2 },
        ],
        Room = new() { DecaySeconds = 1.9, Size = 1.2, DampingHertz = 3000 }, LowDb = -2.5,
    };
}
