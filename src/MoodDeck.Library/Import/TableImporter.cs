using Microsoft.Data.Sqlite;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Import;

/// <summary>Imports tables into the database.</summary>
internal sealed class TableImporter(LibraryDatabase database) : ITableImporter
{
    private const int MostProblems = 20;
    private const int RowsBetweenReports = 1000;

    public async Task<ImportReport> ImportAsync(string path, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var (table, columns, survey) = await Task.Run(() => Survey(path, cancellationToken), cancellationToken);
        return await database.WriteAsync(
            (connection, transaction) => Import(connection, transaction, path, table, columns, survey, progress, cancellationToken), cancellationToken);
    }

    private static (ITable Table, TableColumns Columns, TableSurvey Survey) Survey(string path, CancellationToken cancellationToken)
    {
        var table = Tables.Open(path);
        var columns = new TableColumns(table);
        if (!columns.Has(Field.Title)) throw new LibraryException(NoTitle(path, table));
        return (table, columns, TableSurvey.Of(table, columns, cancellationToken));
    }

    private ImportReport Import(
        SqliteConnection connection, SqliteTransaction transaction, string path, ITable table, TableColumns columns, TableSurvey survey,
        IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var writer = new TrackWriter(connection, transaction, database.Time);
        var parser = new TrackParser(columns, survey);
        var problems = new List<RowProblem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var outcomes = new int[3];
        var (rows, skipped) = (0, 0);
        foreach (var row in table.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++rows % RowsBetweenReports == 0) progress?.Report(rows);
            var parsed = row.Problem is null ? parser.Parse(row) : null;
            var problem = row.Problem ?? (parsed is null ? "has no title" : seen.Add(parsed.Track.Id) ? parsed.Problem : "is the same song as an earlier row");
            if (problem is not null && problems.Count < MostProblems) problems.Add(new(row.Line, problem));
            if (parsed is null || problem is not null && !ReferenceEquals(problem, parsed.Problem)) skipped++;
            else outcomes[(int)Write(writer, parsed)]++;
        }

        writer.Complete();
        progress?.Report(rows);
        return new(
            path, rows, outcomes[(int)WriteOutcome.Added], outcomes[(int)WriteOutcome.Updated], outcomes[(int)WriteOutcome.Unchanged],
            skipped, problems, survey.Describe(columns));
    }

    private static WriteOutcome Write(TrackWriter writer, ParsedTrack parsed) => writer.Find(parsed.Track.Id) switch
    {
        null => writer.Write(parsed.Track, parsed.ExternalKey, existed: false),
        // An exported catalogue read back: what other sources look after is theirs.
        { Source: not TrackSource.Import } => WriteOutcome.Unchanged,
        var (_, key) => writer.Write(
            parsed.Track, parsed.ExternalKey.StartsWith("id:" + parsed.Track.Id, StringComparison.Ordinal) ? key : parsed.ExternalKey, existed: true),
    };

    private static string NoTitle(string path, ITable table)
    {
        var found = table.Columns.Take(20).Select(c => string.Concat(c.Where(x => !char.IsControl(x)).Take(40)));
        return $"{path} has no title column; it has: {string.Join(", ", found)}. Name one title, name, track_name or song.";
    }
}
