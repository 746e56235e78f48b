using System.Diagnostics;
using MoodDeck.Audio.Encoding;

namespace MoodDeck.Audio.Tests;

/// <summary>Real sound for tests.</summary>
internal static class Sounds
{
    public const int Rate = 44_100;

    public static float[] Sine(double hertz, double seconds, double level = 0.5) =>
        [.. Enumerable.Range(0, (int)(seconds * Rate)).Select(i => (float)(level * Math.Sin(2 * Math.PI * hertz * i / Rate)))];

    /// <summary>Chords (MIDI pitches) struck one after the other, each decaying until the next.</summary>
    public static float[] Chords(double seconds, double level, params int[][] chords)
    {
        var sound = new float[(int)(seconds * chords.Length * Rate)];
        for (var i = 0; i < sound.Length; i++)
        {
            var at = (double)i / Rate;
            var chord = chords[Math.Min(chords.Length - 1, (int)(at / seconds))];
            var fall = Math.Exp(-4 * (at % seconds) / seconds);
            foreach (var pitch in chord)
            {
                var hertz = 440 * Math.Pow(2, (pitch - 69) / 12.0);
                for (var k = 1; k <= 4; k++) sound[i] += (float)(level / chord.Length / k * fall * Math.Sin(2 * Math.PI * hertz * k * at));
            }
        }

        return sound;
    }

    public static string WriteWav(this TempFolder folder, string name, float[] mono)
    {
        var path = folder.PathOf(name);
        WavWriter.Write(path, mono, mono, Rate);
        return path;
    }

    /// <summary>Six seconds of a tone in the format the name asks for, with tags, made by ffmpeg itself.</summary>
    public static string MakeFile(this TempFolder folder, string name, params string[] options)
    {
        var path = folder.PathOf(name);
        Ffmpeg(["-f", "lavfi", "-i", "sine=frequency=440:duration=6:sample_rate=44100", .. options, path]);
        return path;
    }

    public static void Ffmpeg(params string[] arguments)
    {
        var info = new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments]) { RedirectStandardError = true };
        using var process = Process.Start(info)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
    }
}
