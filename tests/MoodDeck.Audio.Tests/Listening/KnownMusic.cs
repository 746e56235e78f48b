using MoodDeck.Audio.Decoding;

namespace MoodDeck.Audio.Tests.Listening;

/// <summary>Music synthesised with a tempo and a key that are known because they were put in.</summary>
internal static class KnownMusic
{
    private const int Rate = AudioDecoder.SampleRateHertz;
    private const double Wavers = 2 * Math.PI * 5.5;

    /// <summary>How a tone sounds: the strength of its partials, how fast it dies away, how far it wavers in hundredths of a semitone.</summary>
    public sealed record Timbre(string Name, double[] Partials, double Decay, double Vibrato = 0)
    {
        private const int Size = 4096;
        private readonly float[] _turn =
            [.. Enumerable.Range(0, Size).Select(i => (float)Partials.Select((p, k) => p * Math.Sin(2 * Math.PI * (k + 1) * i / Size)).Sum())];

        /// <summary>The wave after so many turns.</summary>
        public float At(double turns) => _turn[(int)((turns - Math.Floor(turns)) * Size) & (Size - 1)];
    }

    public static readonly Timbre[] Timbres =
    [
        new("piano", [1, 0.6, 0.35, 0.25, 0.15, 0.1, 0.06], 2.2),
        new("organ", [1, 0.8, 0.1, 0.5, 0, 0.1, 0, 0.3], 0),
        new("clarinet", [1, 0.05, 0.6, 0.05, 0.4, 0.03, 0.2], 0.3),
        new("strings", [1, 0.5, 0.33, 0.25, 0.2, 0.17, 0.14, 0.12, 0.11, 0.1], 0.2, 12),
    ];

    /// <summary>A click every beat.</summary>
    public static AudioClip Clicks(double bpm, double seconds)
    {
        var sound = new float[(int)(seconds * Rate)];
        for (var beat = 0; beat * 60 / bpm < seconds; beat++) Strike(sound, beat * 60 / bpm, 1000, 80, 0.6);
        return new(sound, Rate);
    }

    /// <summary>Bass drum, snare and hi-hat in bars of 16 steps, four to the beat; <c>x</c> is a stroke, <c>o</c> a soft one.</summary>
    public static AudioClip Drums(double bpm, double seconds, string bass, string snare, string hat)
    {
        var sound = new float[(int)(seconds * Rate)];
        var random = new Random(1);
        for (var step = 0; step * 15 / bpm < seconds; step++)
        {
            // Nobody plays to the millisecond.
            var at = Math.Max(0, (step * 15 / bpm) + (0.006 * (random.NextDouble() - 0.5)));
            if (Level(bass, step) is > 0 and var b) Strike(sound, at, 55, 18, 0.8 * b);
            if (Level(snare, step) is > 0 and var s) Noise(sound, at, random, 25, 0.4 * s, 0.3);
            if (Level(hat, step) is > 0 and var h) Noise(sound, at, random, 70, 0.15 * h, 1);
        }

        return new(sound, Rate);
    }

    /// <summary>Chords (as MIDI keys) of so many seconds each, over and over.</summary>
    public static AudioClip Play(Timbre timbre, double chordSeconds, double seconds, params int[][] chords)
    {
        var sound = new float[(int)(seconds * Rate)];
        for (var i = 0; i * chordSeconds < seconds; i++)
            foreach (var key in chords[i % chords.Length]) Tone(sound, timbre, key, i * chordSeconds, chordSeconds, 0.15);
        return new(sound, Rate);
    }

    /// <summary>
    /// Eight bars in a key: chords as degrees of its scale, a bass, and a melody that walks the scale and rests on tones of the chord.
    /// </summary>
    public static AudioClip Piece(Timbre timbre, int tonic, bool isMajor, int[] progression, int seed, double bpm = 100)
    {
        var random = new Random(seed);
        var (beat, bars) = (60 / bpm, 8);
        var sound = new float[(int)(bars * 4 * beat * Rate)];
        var walk = 7;
        for (var bar = 0; bar < bars; bar++)
        {
            var degree = progression[bar % progression.Length];
            int[] chord = [.. new[] { 0, 2, 4 }.Select(third => KeyOf(tonic, isMajor, degree + third, !isMajor && degree == 4))];
            foreach (var key in chord)
                for (var half = 0; half < 2; half++) Tone(sound, timbre, 48 + key, ((bar * 4) + (2 * half)) * beat, 2 * beat, 0.08);
            Tone(sound, timbre, 36 + chord[0], bar * 4 * beat, 4 * beat, 0.15);
            for (var b = 0; b < 4; b++)
            {
                walk = b == 0 ? degree + 7 + (2 * random.Next(3)) : Math.Clamp(walk + random.Next(-2, 3), 5, 14);
                Tone(sound, timbre, 60 - 12 + KeyOf(tonic, isMajor, walk, !isMajor && degree == 4), ((bar * 4) + b) * beat, beat, 0.14);
            }
        }

        return new(sound, Rate);
    }

    /// <summary>The scale's keys up and down again over two octaves from a tonic (0 = C).</summary>
    public static int[][] Scale(int tonic, bool isMajor)
    {
        int[] up = [.. Enumerable.Range(0, 15).Select(d => 60 + KeyOf(tonic, isMajor, d, raisedSeventh: false))];
        return [.. up.Concat(up.Reverse().Skip(1).SkipLast(1)).Select(key => new[] { key })];
    }

    /// <summary>Tonic, subdominant, dominant seventh, tonic.</summary>
    public static int[][] Cadence(int tonic, bool isMajor)
    {
        int third = isMajor ? 4 : 3, sixth = isMajor ? 9 : 8;
        int[][] chords = [[0, 7, 12 + third], [5, 12, 12 + sixth], [7, 11, 17], [0, 7, 12 + third]];
        return [.. chords.Select(chord => chord.Select(key => 48 + tonic + key).ToArray())];
    }

    // Major, natural minor, and the raised seventh of the dominant.
    private static int KeyOf(int tonic, bool isMajor, int degree, bool raisedSeventh)
    {
        int[] steps = isMajor ? [0, 2, 4, 5, 7, 9, 11] : [0, 2, 3, 5, 7, 8, raisedSeventh ? 11 : 10];
        return tonic + steps[degree % 7] + (12 * (degree / 7));
    }

    private static double Level(string pattern, int step) => pattern[step % pattern.Length] switch { 'x' => 1, 'o' => 0.4, _ => 0 };

    private static void Tone(float[] sound, Timbre timbre, int key, double at, double seconds, double level)
    {
        var hertz = 440 * Math.Pow(2, (key - 69) / 12.0);
        var (from, count) = ((int)(at * Rate), (int)(seconds * Rate));
        for (var i = 0; i < count && from + i < sound.Length; i++)
        {
            var t = (double)i / Rate;
            var envelope = level * Math.Min(1, t / 0.01) * Math.Min(1, (seconds - t) / 0.02) * Math.Exp(-timbre.Decay * t);
            var waver = timbre.Vibrato > 0 ? timbre.Vibrato / 100 * 0.0578 / Wavers * Math.Sin(Wavers * t) : 0;
            sound[from + i] += (float)envelope * timbre.At(hertz * (t + waver));
        }
    }

    private static void Strike(float[] sound, double at, double hertz, double decay, double level)
    {
        var from = (int)(at * Rate);
        for (var i = 0; i < Rate / 3 && from + i < sound.Length; i++)
            sound[from + i] += (float)(level * Math.Exp(-decay * i / Rate) * Math.Sin(2 * Math.PI * hertz * i / Rate));
    }

    // Of one share the samples themselves, of the rest their differences, which hiss.
    private static void Noise(float[] sound, double at, Random random, double decay, double level, double bright)
    {
        var (from, last) = ((int)(at * Rate), 0.0);
        for (var i = 0; i < Rate / 4 && from + i < sound.Length; i++)
        {
            var x = (2 * random.NextDouble()) - 1;
            sound[from + i] += (float)(level * Math.Exp(-decay * i / Rate) * (x - (bright * last)));
            last = x;
        }
    }
}
