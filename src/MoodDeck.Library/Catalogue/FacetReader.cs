using System.Data.Common;
using Dapper;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>Counts tracks by what can be filtered by.</summary>
internal static class FacetReader
{
    public static Facets Facets(DbConnection connection) => new(
        Read(connection, "language", "language", MusicLanguages.NameOf),
        Read(connection, "artist", "artist_key", name => name),
        Read(connection, "genre", "genre_key", name => name),
        Sources(connection));

    private static List<Facet> Sources(DbConnection connection) => Read(connection, "source", "source", name => name switch
    {
        "library" => "Music folders",
        "demo" => "Demo library",
        "starter" => "Starter catalogue",
        "import" => "Imported tables",
        "subsonic" => "OpenSubsonic",
        _ => "Spotify",
    });

    public static CatalogueStats Stats(DbConnection connection)
    {
        var row = connection.QuerySingle<Counts>(
            $"""
            SELECT count(*) AS Tracks, count(path) AS Playable, count(DISTINCT nullif(artist_key, '')) AS Artists,
                   count(DISTINCT language) AS Languages, count(*) FILTER (WHERE valence_sigma < @Widest) AS WithMood,
                   coalesce(sum(duration_seconds) FILTER (WHERE path IS NOT NULL), 0.0) AS DurationSeconds
            FROM tracks
            """,
            new { Widest = VadCovariance.WidestSigma - 1e-6 });
        return new(row.Tracks, row.Playable, row.Artists, row.Languages, row.WithMood, row.DurationSeconds, Sources(connection));
    }

    // The spelling most tracks use stands for all that fold to the same key.
    private static List<Facet> Read(DbConnection connection, string column, string key, Func<string, string> nameOf) =>
    [
        .. connection.Query<Group>(
            $"""
            SELECT {key} AS Key, {column} AS Spelling, count(*) AS Tracks, count(path) AS Playable
            FROM tracks WHERE {column} IS NOT NULL AND {key} <> '' GROUP BY {key}, {column}
            """)
            .GroupBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Spelling: g.MaxBy(s => s.Tracks)!.Spelling, Tracks: g.Sum(s => s.Tracks), Playable: g.Sum(s => s.Playable)))
            .OrderByDescending(g => g.Tracks).ThenBy(g => g.Spelling, StringComparer.Ordinal)
            .Select(g => new Facet(g.Spelling, nameOf(g.Spelling), g.Tracks, g.Playable)),
    ];

    private sealed record Group
    {
        public string Key { get; init; } = "";

        public string Spelling { get; init; } = "";

        public int Tracks { get; init; }

        public int Playable { get; init; }
    }

    private sealed record Counts
    {
        public int Tracks { get; init; }

        public int Playable { get; init; }

        public int Artists { get; init; }

        public int Languages { get; init; }

        public int WithMood { get; init; }

        public double DurationSeconds { get; init; }
    }
}
