using Dapper;
using MoodDeck.Core.Music;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Tests.Storage;

public sealed class LibraryDatabaseTests
{
    [Fact]
    public void Open_FreshFolder_HoldsEveryMigrationAndTheStarterCatalogue()
    {
        using var library = new TestLibrary(fresh: true);
        using var connection = library.Database.Connect();
        Assert.Equal(library.Database.Engine.Migrations.Select(m => m.Name), connection.Query<string>("SELECT name FROM schema_migrations ORDER BY number"));
        Assert.True(connection.ExecuteScalar<int>("SELECT count(*) FROM tracks WHERE source = 'starter'") > 0);
    }

    [Fact]
    public void Migrations_OfBothEngines_AreTheSameStepsFromOneWithoutGaps()
    {
        var sqlite = Migration.For("Sqlite");
        Assert.Equal(Enumerable.Range(1, sqlite.Count), sqlite.Select(m => m.Number));
        Assert.Equal(sqlite.Select(m => m.Name), Migration.For("Postgres").Select(m => m.Name));
    }

    [Fact]
    public async Task Open_SecondTime_ChangesNothing()
    {
        using var library = new TestLibrary();
        var before = await library.Catalogue.VersionAsync();
        using var again = LibraryDatabase.Open(library.Data, connectionString: library.Connection);
        Assert.Equal(before, await library.Catalogue.VersionAsync());
    }

    [Fact]
    public async Task Open_ManyAtOnceOnAFreshFolder_AllSucceed()
    {
        using var library = new TestLibrary(fresh: true);
        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => LibraryDatabase.Open(library.Data, connectionString: library.Connection))));
        using (var connection = databases[0].Connect())
        {
            Assert.Equal(databases[0].Engine.Migrations.Count, connection.ExecuteScalar<int>("SELECT count(*) FROM schema_migrations"));
            Assert.Equal(1, connection.ExecuteScalar<int>("SELECT count(*) FROM listeners"));
        }

        foreach (var database in databases) database.Dispose();
    }

    [Fact]
    public void Open_DatabaseOfANewerProgram_IsRefusedInASentence()
    {
        using var library = new TestLibrary();
        using (var connection = library.Database.Connect())
            connection.Execute("INSERT INTO schema_migrations (number, name, applied_at) VALUES (99, '099_future.sql', '')");
        var error = Assert.Throws<LibraryException>(() => LibraryDatabase.Open(library.Data, connectionString: library.Connection));
        Assert.Contains("newer MoodDeck", error.Message);
    }

    // Before, the peak of the middle was kept as if it were the whole track's.
    [Fact]
    public async Task Open_TracksHeardInPart_LoseThePeakOfThePartAlone()
    {
        using var library = new TestLibrary();
        await library.ImportAsync("songs.csv", "title,artist,duration,valence,arousal\nLong,X,200,0.1,0.1\nShort,X,60,0.1,0.1\n");
        using (var connection = library.Database.Connect())
        {
            connection.Execute("UPDATE tracks SET loudness_lufs = -20, true_peak_db = -9 WHERE source = 'import'");
            connection.Execute(library.Database.Engine.Migrations.Single(m => m.Number == 8).Sql);
        }

        var tracks = await library.TracksAsync(TrackSource.Import);
        Assert.Equal([("Long", new TrackLoudness(-20, null)), ("Short", new(-20, -9))], tracks.OrderBy(t => t.Title).Select(t => (t.Title, t.Loudness!.Value)));
    }

    [Fact]
    public async Task WriteAsync_FailsHalfWay_LeavesNothing()
    {
        using var library = new TestLibrary();
        await Assert.ThrowsAsync<InvalidOperationException>(() => library.Database.WriteAsync<int>(
            (connection, transaction) =>
            {
                connection.Execute("DELETE FROM tracks", transaction: transaction);
                throw new InvalidOperationException("killed");
            },
            CancellationToken.None));
        Assert.NotEmpty(await library.TracksAsync(TrackSource.Starter));
    }

    [Fact]
    public async Task WriteAsync_ManyWritersAtOnce_WaitForEachOther()
    {
        using var library = new TestLibrary();
        var tables = Enumerable.Range(0, 6).Select(t => library.Write($"t{t}.csv", "title,artist\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"Song {t} {i},Artist\n"))));
        await Task.WhenAll(tables.Select(t => library.Importer.ImportAsync(t)));
        Assert.Equal(600, (await library.TracksAsync(TrackSource.Import)).Count);
    }
}
