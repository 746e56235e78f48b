using System.Data.Common;
using Dapper;
using MoodDeck.Library.Artwork;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Import;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Lyrics;
using MoodDeck.Library.Sound;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Scan;

/// <summary>Writes what was read from files inside one transaction. Call <see cref="Complete"/> before the commit.</summary>
internal sealed class ScanWriter : IDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly TimeProvider _time;
    private readonly string _reader;
    private readonly TrackWriter _writer;
    private readonly TrackFiles _files;
    private readonly TrackIdentities _identities;
    private int _added, _updated, _moved;

    public ScanWriter(DbConnection connection, DbTransaction transaction, TimeProvider time, string reader)
    {
        (_connection, _transaction, _time, _reader) = (connection, transaction, time, reader);
        _writer = new(connection, transaction, time);
        _files = new(connection, transaction, _writer);
        _identities = new(connection, transaction, _files);
    }

    public ScanTally Tally => new(_added, _updated, _moved);

    /// <summary>Writes a file: the track it is, or why it is none.</summary>
    public void Write(ListedFile file, TrackFile read)
    {
        var id = read.Track is null ? null : WriteTrack(file, read);
        Remember(file, read, id);
        // A file that went bad, or is another track now, leaves its former track behind.
        _files.Leave(file.Path, id ?? "");
    }

    public void Complete()
    {
        _writer.Complete();
        SqlArtwork.RemoveUnused(_connection, _transaction);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _identities.Dispose();
    }

    private string WriteTrack(ListedFile file, TrackFile read)
    {
        var identity = _identities.Of(file, read);
        if (identity.Kind == Sighting.Copy) return identity.Id;
        if (read.Cover is { } cover) SqlArtwork.Add(_connection, _transaction, cover);

        var track = read.Track! with { Id = identity.Id };
        // What a table told of it stays, where the file itself does not say.
        if (identity.There is { } there) track = TrackMerge.Fill(track, there);
        // Excerpts and headers tell less of loudness and length than the whole file did.
        if (identity is { IsSameSound: true, There: { } before } && SqlTrackSounds.IsMeasured(_connection, _transaction, track.Id))
            track = track with { Loudness = before.Loudness, DurationSeconds = before.DurationSeconds };
        else SqlAnalysisJobs.Add(_connection, _transaction, JobKind.Measure, file);

        Count(identity.Kind, _writer.Write(track, read.Key));
        SqlLyrics.Set(_connection, _transaction, track.Id, read.Lyrics);
        if (read.Sound is { } sound)
        {
            SqlTrackSounds.Save(_connection, _transaction, track.Id, sound, identity.IsSameSound);
            _writer.MarkChanged();
        }

        return track.Id;
    }

    private void Count(Sighting kind, WriteOutcome outcome)
    {
        if (kind == Sighting.New) _added++;
        else if (kind == Sighting.Moved) _moved++;
        else if (kind == Sighting.Replacement || outcome == WriteOutcome.Updated) _updated++;
    }

    private void Remember(ListedFile file, TrackFile read, string? trackId) => _connection.Execute(
        """
        INSERT INTO scanned_files (path, size_bytes, modified_at, reader, track_id, problem, problem_code, read_at)
        VALUES (@Path, @SizeBytes, @ModifiedAt, @reader, @trackId, @reason, @code, @at)
        ON CONFLICT (path) DO UPDATE SET size_bytes = excluded.size_bytes, modified_at = excluded.modified_at, reader = excluded.reader,
            track_id = excluded.track_id, problem = excluded.problem, problem_code = excluded.problem_code, read_at = excluded.read_at
        """,
        new
        {
            file.Path, file.SizeBytes, file.ModifiedAt, reader = _reader, trackId, reason = StoredText.Of(read.Problem?.Reason), code = read.Problem?.Code,
            at = StoredTime.Of(_time.GetUtcNow()),
        },
        _transaction);
}
