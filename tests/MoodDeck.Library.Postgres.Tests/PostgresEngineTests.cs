using Dapper;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Storage;
using Npgsql;

namespace MoodDeck.Library.Tests;

/// <summary>What only PostgreSQL does.</summary>
public sealed class PostgresEngineTests
{
    private static readonly TimeSpan s_longEnough = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("nonsense", "Host=localhost")]
    [InlineData("Database=x", "names no Host")]
    [InlineData("Host=x;Port=many", "cannot be read")]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=x", "cannot be reached")]
    [InlineData("Host=no-such-host.invalid;Database=x;Username=x", "cannot be reached")]
    [InlineData("Host=/no/such/folder;Database=x;Username=x", "cannot be reached")]
    public void Open_ConnectionThatLeadsNowhere_SaysWhatToDo(string connection, string expected)
    {
        using var temp = new TempFolder();
        var error = Assert.Throws<LibraryException>(() => LibraryDatabase.Open(DataFolder.Open(temp.At("data")), connectionString: connection));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Open_WrongDatabaseOrUser_SaysWhich()
    {
        using var library = new TestLibrary();
        NpgsqlConnectionStringBuilder settings = new(library.Connection) { Database = "nobody_made_it", Password = "secret" };
        var error = Assert.Throws<LibraryException>(() => LibraryDatabase.Open(library.Data, connectionString: settings.ToString()));
        Assert.Contains("createdb", error.Message, StringComparison.Ordinal);
        settings = new(library.Connection) { Username = "nobody", Password = "secret" };
        error = Assert.Throws<LibraryException>(() => LibraryDatabase.Open(library.Data, connectionString: settings.ToString()));
        Assert.Contains("Username and Password", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_UserWithoutRights_SaysHowToGiveThem()
    {
        using var library = new TestLibrary(fresh: true);
        using (NpgsqlConnection administrator = new(library.Connection))
            administrator.Execute("DO $$ BEGIN CREATE ROLE guest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        NpgsqlConnectionStringBuilder settings = new(library.Connection) { Username = "guest" };
        var error = Assert.Throws<LibraryException>(() => LibraryDatabase.Open(library.Data, connectionString: settings.ToString()));
        Assert.Contains("OWNER TO", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchAsync_WithoutTheTrigramIndex_FindsTheSame()
    {
        using var library = new TestLibrary();
        var with = await library.Catalogue.SearchAsync(new() { Text = "love me", Limit = 1000 });
        using (var connection = library.Database.Connect()) connection.Execute("DROP EXTENSION pg_trgm CASCADE");
        var without = await library.Catalogue.SearchAsync(new() { Text = "love me", Limit = 1000, Playable = false });
        Assert.NotEmpty(with.Tracks);
        Assert.Equal(with.Tracks, without.Tracks);
    }

    [Fact]
    public void Search_LongWord_IsLookedUpInTheIndex()
    {
        using var library = new TestLibrary();
        using var connection = library.Database.Connect();
        connection.Execute("SET enable_seqscan = off");
        var condition = Assert.Single(library.Database.Engine.Finding(["yesterday"], _ => "'%yesterday%'"));
        Assert.Contains("tracks_by_search_text", string.Join('\n', connection.Query<string>($"EXPLAIN SELECT row FROM tracks WHERE {condition}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_WithWhatPostgresCannotHold_AreStoredWithoutItOrRefused()
    {
        using var library = new TestLibrary();
        await library.ImportAsync("t.json", """[{"title":"One\u0000Two","artist":"A"}]""");
        Assert.DoesNotContain('\0', Assert.Single(await library.TracksAsync(TrackSource.Import)).Title);
        Assert.Empty((await library.Catalogue.SearchAsync(new() { Artists = [""] })).Tracks);
        var error = await Assert.ThrowsAsync<LibraryException>(() => library.Get<IListenerStore>().FindAsync("a\0b"));
        Assert.Contains("NUL", error.Message, StringComparison.Ordinal);
        Assert.Equal("a b", StoredText.Of("a\0 \ud800b")?.Replace("\ufffd", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_AfterTheServerDroppedItsConnections_ReadsOverNewOnes()
    {
        using var library = new TestLibrary();
        var before = await library.Catalogue.VersionAsync();
        Drop(library.Connection);
        Assert.Equal(before, await library.Catalogue.VersionAsync());
    }

    [Fact]
    public void Now_OrdinaryClock_IsTheServers()
    {
        using var library = new TestLibrary();
        using var connection = library.Database.Connect();
        var before = Server();
        Assert.InRange(library.Database.Engine.Now(connection, TimeProvider.System), before, Server());
        FixedClock set = new("2026-05-01T12:00:00Z");
        Assert.Equal(set.Now, library.Database.Engine.Now(connection, set));

        DateTimeOffset Server() => connection.ExecuteScalar<DateTime>("SELECT clock_timestamp()");
    }

    [Fact]
    public async Task WriteAsync_LongImport_KeepsNoListenerWaiting()
    {
        using var library = new TestLibrary();
        TaskCompletionSource importing = new(), goOn = new();
        var import = library.Database.WriteAsync(
            (_, _) =>
            {
                importing.SetResult();
                goOn.Task.Wait(s_longEnough);
                return 0;
            },
            CancellationToken.None);
        await importing.Task;
        Assert.NotNull(await library.Get<IListenerStore>().AddAsync("Ana"));
        Assert.False(import.IsCompleted);
        goOn.SetResult();
        await import;
    }

    [Fact]
    public async Task FollowAsync_OtherNodeImports_CachesAreRenewedUnasked_AlsoOverALostConnection()
    {
        using var library = new TestLibrary();
        using var other = LibraryDatabase.Open(library.Data, connectionString: library.Connection);
        var worked = 0;
        using VersionedCache<object> cache = new(other, _ => Interlocked.Increment(ref worked));
        await cache.GetAsync(CancellationToken.None);
        using CancellationTokenSource stop = new();
        var following = other.FollowAsync(stop.Token);

        await library.ImportAsync("a.csv", "title,artist\nOne,A\n");
        await UntilAsync(() => cache.TryGet(Version()) is not null);
        Assert.Equal(2, worked);

        Drop(library.Connection);
        await library.Catalogue.VersionAsync(); // writes do not try again by themselves
        await library.ImportAsync("b.csv", "title,artist\nTwo,A\n");
        await UntilAsync(() => cache.TryGet(Version()) is not null);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);

        long Version() => library.Catalogue.VersionAsync().GetAwaiter().GetResult();
    }

    [Fact]
    public async Task FollowAsync_RenewalThatFails_IsAskedAgain()
    {
        using var library = new TestLibrary();
        using CancellationTokenSource stop = new();
        var asked = 0;
        using var subscription = library.Database.News.Subscribe(_ => Interlocked.Increment(ref asked) == 1 ? throw new InvalidOperationException("Odd.") : Task.CompletedTask);
        var following = library.Database.FollowAsync(stop.Token);
        await UntilAsync(() => Volatile.Read(ref asked) > 0);
        await library.ImportAsync("a.csv", "title,artist\nOne,A\n");
        await UntilAsync(() => Volatile.Read(ref asked) > 1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact]
    public async Task ListenAsync_HostWithoutAnAddress_IsTriedAgainUntilItIsStopped()
    {
        using PostgresEngine engine = new("Host=no-such-host.invalid;Database=x;Username=x");
        using CancellationTokenSource stop = new();
        var listening = engine.ListenAsync(() => { }, stop.Token);
        await Task.WhenAny(listening, Task.Delay(TimeSpan.FromMilliseconds(500)));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    [Fact]
    public async Task GiveBackAsync_JobThatIsBeingRenewed_IsWaitedFor()
    {
        using var library = new TestLibrary();
        var jobs = library.Get<IAnalysisJobs>();
        await jobs.AddAsync(JobKind.Listen, [new("/m/one.mp3", 1, 1)], "1");
        var job = await jobs.TakeAsync(JobKind.Listen, "worker", null, [], default);
        await using NpgsqlConnection renewing = new(library.Connection);
        await renewing.OpenAsync();
        await using var transaction = await renewing.BeginTransactionAsync();
        await renewing.ExecuteAsync("UPDATE analysis_jobs SET leased_until = leased_until", transaction: transaction);
        var giving = jobs.GiveBackAsync("worker", job);
        await UntilAsync(() => giving.IsCompleted || IsWaiting());
        await transaction.CommitAsync();
        await giving;
        Assert.Equal(1, (await jobs.TakeAsync(JobKind.Listen, "other", null, [], default))!.Attempts);

        bool IsWaiting()
        {
            using var connection = library.Database.Connect();
            return connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')");
        }
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        using CancellationTokenSource patience = new(s_longEnough);
        while (!happened()) await Task.Delay(20, patience.Token);
    }

    private static void Drop(string connection)
    {
        using NpgsqlConnection administrator = new(connection + ";Pooling=false");
        administrator.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }
}
