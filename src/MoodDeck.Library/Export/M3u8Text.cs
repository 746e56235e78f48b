using System.Globalization;
using System.Text;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Export;

/// <summary>Writes a playlist of the tracks that play here, by the paths of their files.</summary>
internal static class M3u8Text
{
    /// <summary>Writes every track that has a file; returns how many.</summary>
    public static async Task<int> WriteAsync(Stream destination, IAsyncEnumerable<Track> tracks)
    {
        await using var text = new StreamWriter(destination, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        await text.WriteLineAsync("#EXTM3U");
        var count = 0;
        await foreach (var track in tracks)
        {
            // A line break in a path cannot be written in this format.
            if (track.Path is null || track.Path.AsSpan().ContainsAny('\r', '\n')) continue;
            var seconds = track.DurationSeconds is { } duration ? (int)Math.Round(duration) : -1;
            var name = track.Artist is null ? track.Title : $"{track.Artist} - {track.Title}";
            await text.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"#EXTINF:{seconds},{name.ReplaceLineEndings(" ")}"));
            await text.WriteLineAsync(track.Path);
            count++;
        }

        return count;
    }
}
