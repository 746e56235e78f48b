using Microsoft.Data.Sqlite;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Starter;

namespace MoodDeck.Library.Import;

/// <summary>Writes the rows of one table, each into the track that is its song.</summary>
internal sealed class SongWriter : IDisposable
{
    private readonly TrackWriter _writer;
    private readonly StoredTracks _stored;
    private readonly SongIndex _songs;
    private readonly ImportTally _tally;
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public SongWriter(SqliteConnection connection, SqliteTransaction transaction, TimeProvider time, ImportTally tally)
    {
        _writer = new(connection, transaction, time);
        _stored = new(connection, transaction);
        _songs = SongIndex.Read(connection, transaction);
        _tally = tally;
    }

    /// <summary>Writes a row; returns the id of its track.</summary>
    public string Write(ParsedTrack row, int line)
    {
        var there = Find(row);
        var id = there?.Track.Id ?? row.Track.Id;
        var isFirst = _written.Add(id);
        if (there is null) Add(row);
        else if (!isFirst) Join(there, row, line, "is the same song as an earlier row");
        else if (row.HasOwnId && there.Track.Id == row.Track.Id) PutBack(there, row);
        else if (there.Track.Source == TrackSource.Import) Update(there, row);
        else Join(there, row, line, $"is the same song as one {PlaceOf(there.Track.Source)}");
        return id;
    }

    /// <summary>Ends the work; call it before the commit.</summary>
    public void Complete() => _writer.Complete();

    public void Dispose()
    {
        _writer.Dispose();
        _stored.Dispose();
    }

    private StoredTrack? Find(ParsedTrack row)
    {
        if (row.FilePath is { } path && _stored.ByPath(path) is { } file) return file;
        if (row.HasOwnId && _stored.ById(row.Track.Id) is { } own) return own;
        var song = row.Track.Artist is { } artist ? _songs.Find(row.Track.Title, artist) : null;
        return _stored.ById(song ?? row.Track.Id);
    }

    private void Add(ParsedTrack row)
    {
        _writer.Write(row.Track, row.ExternalKey, existed: false);
        if (row.Track.Artist is { } artist) _songs.Add(row.Track.Id, TrackSource.Import, row.Track.Title, artist);
        _tally.Added++;
    }

    private void Update(StoredTrack there, ParsedTrack row)
    {
        var isAdopted = there.Key.StartsWith(StarterCatalogue.AdoptedKey, StringComparison.Ordinal);
        Count(Write(there, isAdopted ? TrackMerge.Fill(there.Track, row.Track) : TrackMerge.Replace(there.Track, row.Track), there.Key));
    }

    // An exported catalogue read back: what other sources look after is theirs, what was imported is as it says.
    private void PutBack(StoredTrack there, ParsedTrack row) => Count(
        there.Track.Source != TrackSource.Import ? WriteOutcome.Unchanged : Write(there, row.Track, there.Key));

    private void Join(StoredTrack there, ParsedTrack row, int line, string how)
    {
        var merged = TrackMerge.Fill(there.Track, row.Track);
        // A song of the starter catalogue that somebody brings is theirs from then on, with what is known of it.
        if (there.Track.Source == TrackSource.Starter) Write(there, merged with { Source = TrackSource.Import }, StarterCatalogue.AdoptedKey + there.Key);
        else Write(there, merged, there.Key);
        _tally.Merge(line, how);
    }

    private WriteOutcome Write(StoredTrack there, Track track, string key) =>
        track == there.Track ? WriteOutcome.Unchanged : _writer.Write(track, key, existed: true);

    private void Count(WriteOutcome outcome)
    {
        if (outcome == WriteOutcome.Unchanged) _tally.Unchanged++;
        else _tally.Updated++;
    }

    private static string PlaceOf(TrackSource source) => source switch
    {
        TrackSource.Library => "of the music folders",
        TrackSource.Starter => "of the starter catalogue",
        _ => $"of the source {TrackSources.NameOf(source)}",
    };
}
