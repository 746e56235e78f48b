using System.Collections.Concurrent;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Scan;

namespace MoodDeck.Library.Tests.Scan;

/// <summary>Reads "audio files" that are lines of text: a title, or <c>bad</c>. Lets a test look at and disturb a scan.</summary>
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
        if (!File.Exists(path)) return TrackFile.Bad("It cannot be opened.");
        var title = await File.ReadAllTextAsync(path, cancellationToken);
        if (title == "bad") return TrackFile.Bad("It is not an audio file.");
        return new(new Track { Id = TrackId.Of(TrackSource.Library, path), Title = title, Source = TrackSource.Library, Path = path }, path, null, null);
    }
}
