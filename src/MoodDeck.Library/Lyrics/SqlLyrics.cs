using System.Data.Common;
using Dapper;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Lyrics;

/// <summary>Keeps the words of songs in the database.</summary>
internal sealed class SqlLyrics(LibraryDatabase database) : ILyricsStore
{
    public Task<StoredLyrics?> FindAsync(string trackId, CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<Row>(
            "SELECT text AS Text, language AS Language FROM track_lyrics WHERE track_id = @trackId", new { trackId }) is { } row
            ? new StoredLyrics(row.Text, row.Language) : null,
        cancellationToken);

    public Task<bool> SetAsync(string trackId, StoredLyrics? lyrics, CancellationToken cancellationToken = default) => database.WriteAsync(
        (connection, transaction) => Set(connection, transaction, trackId, lyrics), cancellationToken);

    /// <summary>The same as part of a larger change.</summary>
    public static bool Set(DbConnection connection, DbTransaction transaction, string trackId, StoredLyrics? lyrics)
    {
        if (lyrics is null)
        {
            connection.Execute("DELETE FROM track_lyrics WHERE track_id = @trackId", new { trackId }, transaction);
            return connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM tracks WHERE id = @trackId)", new { trackId }, transaction);
        }

        return connection.Execute(
            """
            INSERT INTO track_lyrics (track_id, text, language) SELECT id, @Text, @Language FROM tracks WHERE id = @trackId
            ON CONFLICT (track_id) DO UPDATE SET text = excluded.text, language = excluded.language
            """,
            new { trackId, Text = StoredText.Of(lyrics.Text), lyrics.Language }, transaction) > 0;
    }

    private sealed record Row
    {
        public string Text { get; init; } = "";

        public string? Language { get; init; }
    }
}
