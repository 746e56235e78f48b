using MoodDeck.Audio.Encoding;
using MoodDeck.Core.Mood;
using MoodDeck.Demo;
using MoodDeck.Server.Demo;

namespace MoodDeck.Web.Tests.Support;

/// <summary>A demo library that is made in a moment: real, tagged, playable files, one for each corner of the plane and between; the first has words.</summary>
internal sealed class QuickDemo : IDemoMaker
{
    private const int Rate = 22050, Seconds = 20;
    private static readonly Vad[] Moods =
        [new(.7, .5, .3), new(.7, .1, .3), new(.6, -.5, .1), new(.1, -.7, 0), new(-.5, -.5, -.3), new(-.6, .1, -.2), new(-.5, .6, .2), new(.1, .7, .4)];

    public int Total => Moods.Length;

    public async Task MakeAsync(string directory, Action<int, string?> progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        for (var i = 0; i < Moods.Length; i++)
        {
            var wav = Path.Combine(directory, "piece.wav.tmp");
            var tone = Tone(220 * Math.Pow(2, i / 12.0));
            WavWriter.Write(wav, tone, tone, Rate);
            AudioTags tags = new() { Title = $"Piece {i + 1}", Artist = DemoPiece.Artist, Album = $"Album {i % 4}", Language = DemoPiece.Language, Mood = Moods[i] };
            var made = await new AudioEncoder().EncodeAsync(wav, Path.Combine(directory, $"{i + 1}.mp3"), AudioEncoding.Mp3, tags, null, cancellationToken);
            if (!made.IsOk) throw new DemoLibraryException(made.Failure.Message);
            File.Delete(wav);
            progress(i + 1, tags.Title);
        }

        // The first has words, as if somebody sang.
        await File.WriteAllTextAsync(Path.Combine(directory, "1.lrc"), "[00:01.00]One\n[00:06.00]and another\n[00:12.00]and the last\n", cancellationToken);
    }

    private static float[] Tone(double hertz)
    {
        var tone = new float[Rate * Seconds];
        for (var i = 0; i < tone.Length; i++) tone[i] = 0.3f * (float)Math.Sin(hertz * Math.Tau * i / Rate);
        return tone;
    }
}
