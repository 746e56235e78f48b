using System.Data.Common;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Starter;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Import;

/// <summary>Writes the rows of one table, each into the track that is its song.</summary>
internal sealed class SongWriter : IDisposable
{
    private readonly TrackWriter _writer;
    private readonly IManyTracks _many;
    private readonly StoredTracks _stored;
    private readonly SongIndex _songs;
    private readonly ImportTally _tally;

    public SongWriter(DbConnection connection, IDatabaseEngine engine, DbTransaction transaction, TimeProvider time, ImportTally tally, int expected)
    {
        _tally = tally;
        _songs = SongIndex.Read(connection, transaction, expected);
        _writer = new(connection, transaction, time);
        _stored = new(connection, transaction);
        _many = engine.BeginMany(connection, transaction, _writer, expected); // the last: it may keep a thread busy
    }

    /// <summary>Writes a row; returns the id of its track.</summary>
    public string Write(ParsedTrack row, int line)
    {
        var there = Find(row);
        var id = there?.Track.Id ?? row.Track.Id;
        var isFirst = _songs.IsFirst(id);
        if (there is null) Add(row);
        else if (!isFirst) Join(there, row, line, "is the same song as an earlier row");
        else if (row.HasOwnId && there.Track.Id == row.Track.Id) PutBack(there, row);
        else if (there.Track.Source == TrackSource.Import) Update(there, row);
        else Join(there, row, line, $"is the same song as one {PlaceOf(there.Track.Source)}");
        return id;
    }

    /// <summary>Ends the work; call it before the commit.</summary>
    public void Complete()
    {
        _many.Complete();
        _writer.Complete();
    }

    public void Dispose()
    {
        _many.Dispose();
        _writer.Dispose();
        _stored.Dispose();
    }

    private StoredTrack? Find(ParsedTrack row)
    {
        if (row.FilePath is { } path && _stored.ByPath(path) is { } file) return file;
        if (row.HasOwnId && _songs.MayHold(row.Track.Id) && ById(row.Track.Id) is { } own) return own;
        var id = (row.Song is { } song ? _songs.Find(song) : null) ?? row.Track.Id;
        return _songs.MayHold(id) ? ById(id) : null;
    }

    private StoredTrack? ById(string id)
    {
        _many.Settle();
        return _stored.ById(id);
    }

    private void Add(ParsedTrack row)
    {
        _many.Add(row.Track, row.ExternalKey, row.Keys);
        _songs.Add(row.Track.Id, TrackSource.Import, row.Song);
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
