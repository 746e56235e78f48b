using System.Collections.Concurrent;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Scan;

namespace MoodDeck.Library.Tests.Scan;

/// <summary>
/// Reads "audio files" that are lines of text: <c>Title</c>, <c>Title by Artist</c> or <c>sound: Title by Artist</c>; or <c>bad</c>.
/// Lets a test look at and disturb a scan.
/// </summary>
internal sealed class FakeReader : ITrackFileReader
{
    public ConcurrentQueue<string> Paths { get; } = [];

    public Func<string, Task> OnRead { get; set; } = _ => Task.CompletedTask;

    public string Version { get; set; } = "1";

    public async Task<TrackFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        Paths.Enqueue(path);
        await OnRead(path);
        cancellationToken.ThrowIfCancellationRequested();
        if (!File.Exists(path)) return TrackFile.Bad(ProblemCodes.Missing, "It cannot be opened.");
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        if (text == "bad") return TrackFile.Bad(ProblemCodes.NotAudio, "It is not an audio file.");
        // "sound: Title by Artist", where the sound is the title unless it is said.
        var (sound, name) = text.Split(": ") is [var first, var rest] ? (first, rest) : (text, text);
        var (title, artist) = name.Split(" by ") is [var song, var by] ? (song, by) : (name, null);
        return new()
        {
            Track = new Track
            {
                Id = TrackId.Of(TrackSource.Library, sound), Title = title, Artist = artist, Source = TrackSource.Library, Path = path,
                Mood = TrackMood.Of(new(0.5, 0.25, 0), text == "nan" ? double.NaN : 0.3), Loudness = new(-20, null),
            },
            Key = sound,
            Sound = SampleSound.Of("fake"),
        };
    }
}
