using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis;
using MoodDeck.Demo.Synthesis.Sounds;
using MoodDeck.Demo.Theory;

namespace MoodDeck.Demo.Pieces;

/// <summary>Unpleasant: out of tune, chromatic, leading nowhere, but not loud.</summary>
internal static class UnpleasantPieces
{
    public static PieceSpec SourWeather { get; } = new()
    {
        Title = "Sour Weather", Genre = "experimental", Mood = new(-.7, .03, -.3), Key = Key.Of("E", Mode.HarmonicMinor), TempoBpm = 88, BarBeats = 3, LoosenessMs = 18, Rubato = 0.03,
        Form = "I:4:.5 A1:8:.65 B:8:.8 A2:8:.9 O:4:.5",
        Chords = Sheet.Read("""
            I  i | bIIb5 | i | V+
            A  i | bIIb5 | i | V+ | iv | bVI+ | viio7 | V+
            B  bVI | V | bV | IV | bIII | II | bII | V+
            O  i | bIIb5 | bVI+ | iaddb6
            """),
        Tunes = Sheet.Read("""
            A  5 #4! 5 | 6:2 4 | 3 #3! 3 | 2:2 r
            B  8:1.5 7:.5 6 | 5:2 #4! | b5!:1.5 4:.5 b2! | 1:2 r
            """),
        Parts =
        [
            new TunePart { Sound = Mallets.BrokenMusicBox, Octave = 1, LevelDb = 0, Pan = 0.2, Reverb = 0.35 },
            new CompPart { Sound = Winds.Accordion, Pattern = ".xx | .xo", Low = 52, High = 71, LevelDb = -6, Pan = -0.35, Reverb = 0.25, Effects = [new Chorus(0.6, 1.7, 4.5)] },
            new BassPart { Sound = Basses.Upright, Pattern = "R.. | 5.. | R.. | R.A", LevelDb = -3, Reverb = 0.12 },
            new PadPart { Sound = Pads.Uneasy, Sections = "A2 B O", Voices = 3, Low = 55, High = 76, LevelDb = -8, Reverb = 0.4 },
            new TunePart { Sound = Winds.Clarinet, Sections = "B A2", LevelDb = -4, Pan = -0.15, Reverb = 0.3, Effects = [new Chorus(0.7, 0.9, 6)] },
            new CounterPart { Sound = Strings.Tremolando, Sections = "B A2", Low = 70, High = 86, LevelDb = -10, Pan = 0.35, Reverb = 0.45 },
            new DrumPart { Sound = Kits.Dusty, Sections = "A B", LevelDb = -10, Reverb = 0.25, Lanes = ["Woodblock o.?.?. | o...?.", "Kick x.....", "BrushTap ..o.o."] },
            new DronePart { Sound = () => new Weather(Surroundings.Vinyl), LevelDb = -19, Reverb = 0.1 },
        ],
        Room = new() { DecaySeconds = 1.7, Size = 0.7, DampingHertz = 3000 },
    };

    public static PieceSpec WaitingRoom { get; } = new()
    {
        Title = "The Waiting Room Hums", Motif = Geometries.Tiles, Genre = "drone", Mood = new(-.45, -.06, -.4), Key = Key.Of("Bb", Mode.Locrian), TempoBpm = 74, LoosenessMs = 14, Rubato = 0.02,
        Form = "I:4:.5 A1:8:.6 B:8:.8 A2:4:.85 O:2:.5",
        Chords = Sheet.Read("""
            I  io | bII/1
            A  io | bII/1 | bvii/1 | bV/1
            B  bVI | bVb5 | iv/1 | bII/1
            O  bII/1 | io
            """),
        Tunes = Sheet.Read("""
            A  5!:3 4 | 3:2 2:2 | 1:3 0 | 5:2 r:2
            B  8:3 7 | 6:2 5:2 | 4:3 3 | 2:4
            """),
        Parts =
        [
            new DronePart { Sound = Pads.Uneasy, Degrees = [1, 2, 8], Octave = -1, LevelDb = -4, Reverb = 0.35, Effects = [new Tremolo(0.35, 0.4)] },
            new TunePart { Sound = Winds.Clarinet, Octave = 0, LevelDb = 0, Pan = -0.1, Reverb = 0.4, Effects = [new Chorus(0.5, 0.4, 5)] },
            new ArpeggioPart { Sound = Pianos.ElectricDark, Pattern = "0 . 2 . . 1 . 3 | . 2 . 0 . . 3 .", Low = 54, High = 74, RingSteps = 3, Omit = 0.2, LevelDb = -4, Pan = 0.3, Reverb = 0.35, Effects = [new Tremolo(3.1, 0.5), new Echo(1.5, 0.4, 0.3)] },
            new PadPart { Sound = Pads.Organ, Sections = "B A2", Voices = 3, Low = 53, High = 70, LevelDb = -7, Reverb = 0.35, Effects = [new Chorus(0.7, 1.3, 5)] },
            new BassPart { Sound = Basses.Sub, Sections = "A B", Pattern = "R---.--- | R---..g.", LevelDb = -5, Reverb = 0.1 },
            new DrumPart { Sound = Kits.Dusty, Sections = "A B", LevelDb = -9, Reverb = 0.35, Lanes = ["Heartbeat x.o.....x.o.....", "Tick ..?....?...?..?.", "Anvil ..............?."] },
            new DronePart { Sound = () => new Weather(Surroundings.Hum), LevelDb = -13, Reverb = 0.1 },
        ],
        Room = new() { DecaySeconds = 3, Size = 1.2, DampingHertz = 2600 },
    };
}
