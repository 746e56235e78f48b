using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using MoodDeck.Core.Music;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Import;

/// <summary>
/// Which track of the catalogue is which song: some 80 bytes a track, so that a table of any length is compared with all of it.
/// </summary>
internal sealed class SongIndex
{
    // Of several tracks of one song the first of these stands for it: what plays here, then what was imported before.
    private static readonly TrackSource[] Preference =
        [TrackSource.Library, TrackSource.Demo, TrackSource.Subsonic, TrackSource.Import, TrackSource.Spotify, TrackSource.Starter];

    // Numbers, not texts: nothing for the garbage collector to follow.
    private readonly Dictionary<ulong, (ulong Id, byte Rank)> _tracks;
    private readonly HashSet<ulong> _ids, _written;

    private SongIndex(int expected) => (_tracks, _ids, _written) = (new(expected), new(expected), new(expected));

    /// <summary>Reads the catalogue, with room for the tracks of as many rows as are expected.</summary>
    public static SongIndex Read(DbConnection connection, DbTransaction transaction, int expected)
    {
        var index = new SongIndex(expected);
        using var command = connection.Command("SELECT id, source, title, artist FROM tracks", transaction);
        using var row = command.ExecuteReader();
        while (row.Read())
            if (TrackSources.TryParse(row.GetString(1), out var source))
                index.Add(row.GetString(0), source, row.IsDBNull(3) ? null : SongKeys.Of(row.GetString(2), row.GetString(3)));
        return index;
    }

    /// <summary>Takes a track in; <paramref name="song"/> is null where its artist is unknown.</summary>
    public void Add(string id, TrackSource source, SongKeys? song)
    {
        if (!TryRead(id, out var number)) return;
        _ids.Add(number);
        if (song is not { } keys) return;
        var rank = (byte)Array.IndexOf(Preference, source);
        Put(keys.Exact, number, rank);
        Put(keys.Bare, number, rank);
    }

    /// <summary>The id of the track that is a song: of the very title if there is one, else of any version; null when there is none.</summary>
    public string? Find(SongKeys song) => _tracks.TryGetValue(song.Exact, out var track) || _tracks.TryGetValue(song.Bare, out track)
        ? track.Id.ToString("x16", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Whether there may be a track of that id; false only when there is none.</summary>
    public bool MayHold(string id) => !TryRead(id, out var number) || _ids.Contains(number);

    /// <summary>Whether a track is met for the first time by this question.</summary>
    public bool IsFirst(string id) => TryRead(id, out var number) && _written.Add(number);

    private void Put(ulong key, ulong id, byte rank)
    {
        ref var there = ref CollectionsMarshal.GetValueRefOrAddDefault(_tracks, key, out var exists);
        if (!exists || rank < there.Rank) there = (id, rank);
    }

    private static bool TryRead(string id, out ulong number) => ulong.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
}
