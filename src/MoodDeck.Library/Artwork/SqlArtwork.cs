using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Artwork;

/// <summary>Keeps pictures in the database.</summary>
internal sealed class SqlArtwork(LibraryDatabase database) : IArtworkStore
{
    public Task<ArtworkImage?> FindAsync(string id, CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<Row>(
            "SELECT id AS Id, media_type AS MediaType, bytes AS Bytes FROM artwork WHERE id = @id", new { id })?.ToImage(),
        cancellationToken);

    /// <summary>The id of a picture: 128 bits of the SHA-256 of its bytes.</summary>
    public static string IdOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    /// <summary>Stores a picture unless it is there.</summary>
    public static void Add(DbConnection connection, DbTransaction transaction, ArtworkImage image) => connection.Execute(
        "INSERT INTO artwork (id, media_type, bytes) VALUES (@Id, @MediaType, @Bytes) ON CONFLICT (id) DO NOTHING", image, transaction);

    /// <summary>Removes pictures no track shows any more.</summary>
    public static void RemoveUnused(DbConnection connection, DbTransaction transaction) => connection.Execute(
        "DELETE FROM artwork WHERE NOT EXISTS (SELECT 1 FROM tracks WHERE artwork_id = artwork.id)", transaction: transaction);

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string MediaType { get; init; } = "";

        public byte[] Bytes { get; init; } = [];

        public ArtworkImage ToImage() => new(Id, MediaType, Bytes);
    }
}
