using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Tense: minor seconds, ticking, crowding lines that do not come to rest.</summary>
internal static class TensePieces
{
    public static PieceSpec Stairwell { get; } = new()
    {
        Title = "The Clock in the Stairwell", Genre = "score", Mood = new(-.35, .6, -.2), Key = Key.Of("C", Mode.HarmonicMinor), TempoBpm = 116, LoosenessMs = 4, Ritardando = 0,
        Form = "I:4:.45 A1:8:.6 A2:8:.75 B:8:.85 A3:8:1 O:4:.5",
        Chords = Sheet.Read("""
            I  i
            A  i | bII/1 | i | viio7/1 | iaddb6 | bVI | iih7 | V7b9
            B  iv | bII | V7b9/7 | i | iv | bII | viio7 | V7b9
            O  i | bII/1 | viio7/1 | iaddb6
            """),
        Tunes = Sheet.Read("""
            A  5:.5 r:.5 6:.5 5:.5 r #4! | 5:1.5 b2:.5 1:2 | 3:.5 r:.5 4:.5 3:.5 r 2 | 1:.5 2:.5 7 8:2
            B  8:1.5 7:.5 6 4 | b9:1.5 8:.5 6:2 | 7:1.5 6:.5 5 4 | 3:2 5:2
            """),
        Parts =
        [
            new ArpeggioPart { Sound = Strings.Pizzicato, Pattern = "0 1 2 1 0 1 3 1 | 0 1 2 1 3 2 1 2", Low = 48, High = 67, LevelDb = -2, Pan = -0.2, Reverb = 0.3 },
            new TunePart { Sound = Mallets.Celesta, Sections = "A1 A2", Octave = 1, LevelDb = -1, Pan = 0.25, Reverb = 0.4 },
            new TunePart { Sound = Winds.Clarinet, Sections = "A2", Articulation = 0.7, LevelDb = -3, Pan = -0.1, Reverb = 0.3 },
            new TunePart { Sound = Strings.Violin, Sections = "B A3", LevelDb = 0, Pan = 0.1, Reverb = 0.35 },
            new TunePart { Sound = Winds.Horns, Sections = "A3", Octave = -1, LevelDb = -3, Pan = -0.15, Reverb = 0.35 },
            new PadPart { Sound = Strings.Tremolando, Sections = "A2 B A3 O", Low = 55, High = 79, LevelDb = -6, Reverb = 0.4 },
            new ArpeggioPart { Sound = Strings.Staccato, Sections = "B A3", Pattern = "0 0 1 0 2 0 1 0 3 0 1 0 2 0 1 2", Low = 43, High = 62, LevelDb = -4, Pan = 0.2, Reverb = 0.25 },
            new BassPart { Sound = Basses.Bowed, Sections = "A2 B A3 O", Pattern = "R--.R-.. | R--.R-A-", LevelDb = -3, Reverb = 0.2 },
            new BassPart { Sound = Mallets.Timpani, Sections = "B A3", Pattern = "R.......R.R..... | R.......RRRRRRRR", Low = 36, LevelDb = -5, Reverb = 0.35 },
            new DrumPart { Sound = Kits.Soft, Looseness = 0, Liveliness = 0, LevelDb = -9, Reverb = 0.35, Lanes = ["Tick x.o.x.o.", "Woodblock ....o... | ......o."] },
            new DrumPart { Sound = Kits.Soft, Sections = "A B", LevelDb = -6, Reverb = 0.2, Lanes = ["Heartbeat xx......xx......"], Fill = ["Taiko x.......x..x.xxx"] },
        ],
        Room = new() { DecaySeconds = 2.4, Size = 1.1, DampingHertz = 4000 },
    };

    public static PieceSpec ChannelNine { get; } = new()
    {
        Title = "Static on Channel Nine", Motif = Objects.Static, Genre = "dark electronic", Mood = new(-.22, .42, -.45), Key = Key.Of("F#", Mode.Phrygian), TempoBpm = 106, BarBeats = 5, LoosenessMs = 3, Ritardando = 0,
        Form = "I:2:.45 A1:8:.65 B:4:.75 A2:8:.9 B2:4:1 O:2:.6",
        Chords = Sheet.Read("""
            I  i | bII
            A  i | bII | i | bvii | i | bII | bIII | bII
            B  bVImaj7 | bII | vo | bII
            O  bII | i
            """),
        Tunes = Sheet.Read("""
            A  5:1.5 4:.5 5 8:2 | 6:1.5 5:.5 4 2:2 | 1 2:.5 3:.5 2 1:2 | r 0 2 1:2
            B  8:2 7 6:2 | 9:2 8 6:2 | 7:1.5 6:.5 5 4:2 | 2:2 1:3
            """),
        Parts =
        [
            new ArpeggioPart { Sound = Pads.Pluck, Pattern = "0 2 1 3 2 0 3 1 4 2 | 0 3 2 1 4 0 2 3 1 5", Low = 54, High = 72, LevelDb = -4, Pan = -0.2, Reverb = 0.25, Effects = [new Echo(0.75, 0.45, 0.35)] },
            new TunePart { Sound = Mallets.GlassBell, Sections = "A", LevelDb = -1, Pan = 0.15, Reverb = 0.4, Effects = [new Echo(1.5, 0.35, 0.25)] },
            new TunePart { Sound = Pads.SoftLead, Sections = "B A2", LevelDb = -2, Pan = -0.1, Reverb = 0.3, Effects = [new Chorus(0.5, 1.1, 3)] },
            new PadPart { Sound = Pads.Uneasy, Low = 50, High = 70, LevelDb = -8, Reverb = 0.4 },
            new BassPart { Sound = Basses.Growl, Sections = "A B O", Pattern = "R--R-.R-g. | R--R-.RA-.", LevelDb = -3, Reverb = 0.06, Effects = [new Equaliser(Biquad.LowPass(1600))] },
            new DrumPart
            {
                Sound = Kits.Electronic, Sections = "A B", LevelDb = -3, Reverb = 0.12, CrashOn = "A2",
                Lanes = ["Kick x..x..x... | x..x..x..o", "Snare ....x...x.", "HatClosed xoxxoxoxxo | xoxxoxxoxx", "Rim ..?..?..?."], Fill = ["Snare ....x.xxxx"],
            },
            new DronePart { Sound = () => new Weather(Surroundings.Hum), Degrees = [1], LevelDb = -20, Reverb = 0.1 },
            new DronePart { Sound = () => new Weather(Surroundings.Vinyl), Degrees = [1], LevelDb = -20, Reverb = 0.2 },
        ],
        Room = new() { DecaySeconds = 2.6, Size = 1.2, DampingHertz = 3500 },
    };
}
