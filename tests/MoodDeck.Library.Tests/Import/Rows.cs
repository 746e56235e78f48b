using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Tests.Import;

/// <summary>Tracks as a scan would have brought them, without music.</summary>
internal static class Rows
{
    /// <summary>Adds a file of the music folders.</summary>
    public static Task AddFileAsync(TestLibrary library, string path, string title, string artist, string? album = null, TrackMood? mood = null) => library.Database.WriteAsync(
        (connection, transaction) =>
        {
            using var writer = new TrackWriter(connection, transaction, TimeProvider.System);
            var track = new Track
            {
                Id = TrackId.Of(TrackSource.Library, path), Source = TrackSource.Library, Title = title, Artist = artist, Album = album,
                Mood = mood ?? TrackMood.Unknown, Path = path,
            };
            writer.Write(track, path);
            writer.Complete();
            return track;
        },
        CancellationToken.None);
}
