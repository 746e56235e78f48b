using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using Dapper;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Starter;

/// <summary>The catalogue of well-known songs that every data folder holds, with moods rated for MoodDeck.</summary>
public static class StarterCatalogue
{
    /// <summary>What the external key of a song starts with that an import took over; a newer edition leaves it as it is.</summary>
    internal const string AdoptedKey = "starter\n";

    private const string FactName = "starter_catalogue";

    /// <summary>Every song of it, file by file.</summary>
    /// <exception cref="FormatException">A row is not as it should be; the message names file and line.</exception>
    public static IEnumerable<Track> Read() => Resources().SelectMany(name =>
    {
        using var text = new StreamReader(Open(name));
        return StarterFile.Read(text, name).ToList();
    });

    /// <summary>Puts the catalogue into a database that does not hold this edition of it yet.</summary>
    internal static void Load(DbConnection connection, IDatabaseEngine engine, TimeProvider time)
    {
        var edition = Edition();
        if (EditionIn(connection, null) == edition) return;

        using var transaction = engine.BeginWrite(connection, WriteLane.Catalogue);
        if (EditionIn(connection, transaction) == edition) return; // another process was faster
        using var writer = new TrackWriter(connection, transaction, time);
        var gone = connection.Query<string>("SELECT id FROM tracks WHERE source = 'starter'", transaction: transaction).ToHashSet(StringComparer.Ordinal);
        foreach (var track in Read())
        {
            if (writer.Find(track.Id) is null or { Source: TrackSource.Starter }) writer.Write(track, StarterFile.KeyOf(track));
            gone.Remove(track.Id);
        }

        foreach (var id in gone) writer.Remove(id);
        writer.Complete();
        connection.Execute(
            "INSERT INTO facts (name, value) VALUES (@FactName, @edition) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            new { FactName, edition }, transaction);
        transaction.Commit();
    }

    private static string? EditionIn(DbConnection connection, DbTransaction? transaction) =>
        connection.ExecuteScalar<string?>("SELECT value FROM facts WHERE name = @FactName", new { FactName }, transaction);

    // The hash of the files, so that a newer program brings its newer catalogue along.
    private static string Edition()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> buffer = stackalloc byte[4096];
        foreach (var name in Resources())
        {
            using var stream = Open(name);
            int read;
            while ((read = stream.Read(buffer)) > 0) hash.AppendData(buffer[..read]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Resources() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith("starter/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
}
