using System.ComponentModel;
using System.Diagnostics;
using MoodDeck.Cli.CommandLine;
using Npgsql;
using NpgsqlTypes;

namespace MoodDeck.Cli.Bench.Recommend;

/// <summary>
/// PostgreSQL's own way to the nearest tracks of the plane: its extension <c>cube</c> with a GiST index, in a private server that is gone
/// afterwards, with the same points on the same machine.
/// </summary>
internal sealed class PostgresNearest : IAsyncDisposable
{
    private const int ProgramsMissing = 3;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mooddeck-bench-");
    private readonly string _script = BenchScripts.Find("postgres/cluster.sh", "--postgres");
    private NpgsqlDataSource? _source;

    /// <summary>Loads the moods and times the question, one at a time, prepared.</summary>
    /// <exception cref="CliException">There is no PostgreSQL here, or it has no <c>cube</c>.</exception>
    public async Task<Spell> RunAsync(IEnumerable<PlanePoint> tracks, IReadOnlyList<PlanePoint> points, int most, CancellationToken cancellation)
    {
        var place = await ScriptAsync("start", _folder.FullName, FormattableString.Invariant($"{Environment.ProcessId}"), "shared_buffers=512MB", "maintenance_work_mem=256MB");
        _source = NpgsqlDataSource.Create(place.Trim().TrimEnd(';') + ";Database=postgres;Command Timeout=600");
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancellation);
            await LoadAsync(connection, tracks, cancellation);
            await using var command = new NpgsqlCommand(FormattableString.Invariant($"SELECT id FROM moods ORDER BY place <-> cube(ARRAY[$1, $2]) LIMIT {most}"), connection);
            var (valence, arousal) = (command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Double }), command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Double }));
            await command.PrepareAsync(cancellation);
            Spell.Of(points.Take(10).ToList(), Ask, cancellation);
            return Spell.Of(points, Ask, cancellation);

            void Ask(PlanePoint point)
            {
                (valence.Value, arousal.Value) = ((double)point.Valence, (double)point.Arousal);
                using var reader = command.ExecuteReader();
                while (reader.Read()) reader.GetInt32(0);
            }
        }
        catch (NpgsqlException e)
        {
            throw new CliException($"PostgreSQL failed: {e.Message.ReplaceLineEndings(" ")}. Leave --postgres out, or install postgresql and postgresql-contrib.", cause: e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
        {
            await _source.DisposeAsync();
            await ScriptAsync("stop", _folder.FullName);
        }

        if (Directory.Exists(_folder.FullName)) _folder.Delete(recursive: true);
    }

    private static async Task LoadAsync(NpgsqlConnection connection, IEnumerable<PlanePoint> tracks, CancellationToken cancellation)
    {
        await ExecuteAsync("CREATE EXTENSION cube; CREATE TABLE loaded (id integer, v float8, a float8)");
        await using (var writer = await connection.BeginBinaryImportAsync("COPY loaded FROM STDIN (FORMAT binary)", cancellation))
        {
            var id = 0;
            foreach (var track in tracks)
            {
                await writer.StartRowAsync(cancellation);
                await writer.WriteAsync(id++, cancellation);
                await writer.WriteAsync((double)track.Valence, cancellation);
                await writer.WriteAsync((double)track.Arousal, cancellation);
            }

            await writer.CompleteAsync(cancellation);
        }

        await ExecuteAsync("CREATE TABLE moods AS SELECT id, cube(ARRAY[v, a]) AS place FROM loaded");
        await ExecuteAsync("CREATE INDEX ON moods USING gist (place)");
        await ExecuteAsync("ANALYZE moods");

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private async Task<string> ScriptAsync(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(_script, arguments) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode switch
            {
                0 => output,
                ProgramsMissing => throw new CliException("PostgreSQL is not on this machine. Leave --postgres out, or install postgresql."),
                _ => throw new CliException("a private PostgreSQL could not be started; what it said stands above. Leave --postgres out."),
            };
        }
        catch (Win32Exception e)
        {
            throw new CliException($"bench/postgres/cluster.sh cannot be run: {e.Message}. Leave --postgres out.", cause: e);
        }
    }
}
