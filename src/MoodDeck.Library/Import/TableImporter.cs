using System.Data.Common;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Import;

/// <summary>Imports tables into the database.</summary>
internal sealed class TableImporter(LibraryDatabase database) : ITableImporter
{
    public async Task<ImportReport> ImportAsync(string path, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var (table, columns, survey) = await Task.Run(() => Survey(path, progress, cancellationToken), cancellationToken);
        return await database.WriteAsync(
            (connection, transaction) => Import(connection, transaction, path, table, columns, survey, progress, cancellationToken), cancellationToken);
    }

    private static (ITable Table, TableColumns Columns, TableSurvey Survey) Survey(
        string path, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var table = Tables.Open(path);
        var columns = new TableColumns(table);
        if (!columns.IsOfMusic) throw new LibraryException(NoMusic(path, table, columns));
        return (table, columns, TableSurvey.Of(table, columns, progress, cancellationToken));
    }

    private ImportReport Import(
        DbConnection connection, DbTransaction transaction, string path, ITable table, TableColumns columns, TableSurvey survey,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var tally = new ImportTally();
        using var writer = new SongWriter(connection, database.Engine, transaction, database.Time, tally, survey.Rows);
        var parser = new TrackParser(columns, survey);
        var order = table.PlaylistName is null ? null : new List<string>();
        foreach (var (line, track, flaw) in ReadAhead.Of(table.Rows().Select(parser.Parse), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++tally.Rows % ImportProgress.RowsBetween == 0) progress?.Report(new(tally.Rows, survey.Rows));
            if (track is null)
            {
                tally.Skip(line, flaw!);
                continue;
            }

            if (flaw is not null) tally.Note(line, flaw);
            var id = writer.Write(track, line);
            order?.Add(id);
        }

        writer.Complete();
        var playlist = order is null ? null : new ImportedPlaylist(connection, transaction, database.Time).Keep(table.PlaylistName!, order);
        progress?.Report(new(tally.Rows, survey.Rows));
        return tally.Report(path, table, columns, survey, playlist);
    }

    private static string NoMusic(string path, ITable table, TableColumns columns) =>
        table.Columns.Count == 0 ? $"{path} holds no rows."
        : table.Columns.Any(name => name.Any(char.IsControl)) ? $"{path} is no table: it holds what is not text. Import tables, playlists or exports of accounts."
        : $"{path} has no title column; it has: {columns.Listed()}. Name one title, name, track_name or song.";
}
