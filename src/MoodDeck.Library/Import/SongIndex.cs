using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Import;

/// <summary>
/// Which track of the catalogue is which song: some 50 bytes a track, so that a table of any length is compared with all of it.
/// </summary>
internal sealed class SongIndex
{
    // Of several tracks of one song the first of these stands for it: what plays here, then what was imported before.
    private static readonly TrackSource[] Preference =
        [TrackSource.Library, TrackSource.Demo, TrackSource.Subsonic, TrackSource.Import, TrackSource.Spotify, TrackSource.Starter];

    private readonly Dictionary<ulong, (ulong Id, byte Rank)> _tracks = [];

    /// <summary>Reads the catalogue.</summary>
    public static SongIndex Read(SqliteConnection connection, SqliteTransaction transaction)
    {
        var index = new SongIndex();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, source, title, artist FROM tracks WHERE artist IS NOT NULL";
        command.Transaction = transaction;
        using var row = command.ExecuteReader();
        while (row.Read())
            if (TrackSources.TryParse(row.GetString(1), out var source)) index.Add(row.GetString(0), source, row.GetString(2), row.GetString(3));
        return index;
    }

    /// <summary>Takes a track in.</summary>
    public void Add(string id, TrackSource source, string title, string artist)
    {
        if (!ulong.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return;
        var by = SongName.Artist(artist);
        var rank = (byte)Array.IndexOf(Preference, source);
        Put(KeyOf(by, FoldedText.Fold(title), isExact: true), number, rank);
        Put(KeyOf(by, SongName.Title(title), isExact: false), number, rank);
    }

    /// <summary>The id of the track that is a song: of the very title if there is one, else of any version; null when there is none.</summary>
    public string? Find(string title, string artist)
    {
        var by = SongName.Artist(artist);
        return _tracks.TryGetValue(KeyOf(by, FoldedText.Fold(title), isExact: true), out var track)
            || _tracks.TryGetValue(KeyOf(by, SongName.Title(title), isExact: false), out track)
            ? track.Id.ToString("x16", CultureInfo.InvariantCulture)
            : null;
    }

    private void Put(ulong key, ulong id, byte rank)
    {
        if (!_tracks.TryGetValue(key, out var before) || rank < before.Rank) _tracks[key] = (id, rank);
    }

    // Among a million songs two share a key with a chance of 3 in 100 million.
    private static ulong KeyOf(string artist, string title, bool isExact)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes((isExact ? "=" : "~") + artist + "\n" + title), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
