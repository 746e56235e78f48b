using System.Data.Common;
using Dapper;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Import;

namespace MoodDeck.Library.Scan;

/// <summary>How a file relates to the catalogue.</summary>
internal enum Sighting
{
    /// <summary>A track that was not there.</summary>
    New,
    /// <summary>A track that was not there, where another one was.</summary>
    Replacement,
    /// <summary>The track that its path was before, as it was or with other tags or other sound, or one that a table brought.</summary>
    Known,
    /// <summary>A track that lay elsewhere.</summary>
    Moved,
    /// <summary>A track that still lies elsewhere too.</summary>
    Copy,
}

/// <summary>Which track a file is.</summary>
/// <param name="Id">The track's id.</param>
/// <param name="Kind">How it was found.</param>
/// <param name="There">The track as it is in the catalogue; null when it is new.</param>
/// <param name="IsSameSound">Whether it is in the catalogue with the very same sound.</param>
internal sealed record TrackIdentity(string Id, Sighting Kind, Track? There, bool IsSameSound);

/// <summary>
/// Tells which track a file is: by its sound first, so that moving, renaming and retagging it change nothing; then by its place, when
/// the same song lies there in another encoding; then by the song's name, when a table brought it without a file.
/// </summary>
internal sealed class TrackIdentities(DbConnection connection, DbTransaction transaction, TrackFiles files) : IDisposable
{
    private readonly StoredTracks _stored = new(connection, transaction);

    public void Dispose() => _stored.Dispose();

    public TrackIdentity Of(ListedFile file, TrackFile read)
    {
        var track = read.Track!;
        if (_stored.ByKey(track.Source, read.Key) is { } same) return OfSameSound(file, same);
        // A demo piece is known by its name alone.
        if (track.Source != TrackSource.Library) return new(track.Id, Sighting.New, null, IsSameSound: false);

        var before = AtPath(file.Path);
        // Before sounds were told apart a file was known by its path.
        if (before is not null && (before.Key == file.Path || IsSameSong(before.Track, track)))
            return new(before.Track.Id, Sighting.Known, before.Track, IsSameSound: false);
        if (Imported(track) is { } imported) return new(imported.Id, Sighting.Known, imported, IsSameSound: false);
        // The id is taken where a track kept it whose sound changed since.
        var id = _stored.ById(track.Id) is null ? track.Id : TrackId.Of(track.Source, read.Key + "\n" + file.Path);
        return new(id, before is null ? Sighting.New : Sighting.Replacement, null, IsSameSound: false);
    }

    private TrackIdentity OfSameSound(ListedFile file, StoredTrack same)
    {
        var kind = same.Track.Path == file.Path ? Sighting.Known
            : same.Track.Path is { } elsewhere && files.IsThere(same.Track.Id, elsewhere) ? Sighting.Copy
            : Sighting.Moved;
        return new(same.Track.Id, kind, same.Track, IsSameSound: true);
    }

    private StoredTrack? AtPath(string path)
    {
        var id = connection.QueryFirstOrDefault<string?>("SELECT track_id FROM scanned_files WHERE path = @path", new { path }, transaction);
        return id is not null && _stored.ById(id) is { Track.Source: TrackSource.Library } before ? before : null;
    }

    private Track? Imported(Track track)
    {
        if (track.Artist is null) return null;
        var ids = connection.Query<string>(
            "SELECT id FROM tracks WHERE artist_key = @key AND source = 'import' ORDER BY id", new { key = FoldedText.FoldArtist(track.Artist) }, transaction).ToList();
        return ids.Select(_stored.ById).FirstOrDefault(t => t is not null && IsSameSong(t.Track, track))?.Track;
    }

    private static bool IsSameSong(Track a, Track b) =>
        FoldedText.Fold(a.Title) == FoldedText.Fold(b.Title) && FoldedText.FoldArtist(a.Artist) == FoldedText.FoldArtist(b.Artist);
}
