using System.Data.Common;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Storage;

/// <summary>Which writers wait for each other, where an engine can tell them apart.</summary>
internal enum WriteLane
{
    /// <summary>Who changes tracks and what belongs to them: one at a time, since what is written depends on what is there.</summary>
    Catalogue,
    /// <summary>Who changes what a listener keeps: not kept waiting by a long import.</summary>
    Listeners,
    /// <summary>Who takes, renews and gives back jobs: nobody waits, see <see cref="IDatabaseEngine.SkipLocked"/>.</summary>
    Jobs,
}

/// <summary>The time in which many tracks are added; see <see cref="IDatabaseEngine.BeginMany"/>.</summary>
internal interface IManyTracks : IDisposable
{
    /// <summary>Adds a track that is not there; what it is known, compared and found by as <see cref="TrackWriter"/> writes it.</summary>
    void Add(Track track, string externalKey, TrackKeys keys);

    /// <summary>Makes sure that what was added can be read in the transaction.</summary>
    void Settle();

    /// <summary>Makes up for what was put off; without it the transaction must not be committed.</summary>
    void Complete();
}

/// <summary>What a database engine does in its own way. Everything else is SQL that every engine reads alike.</summary>
internal interface IDatabaseEngine : IDisposable
{
    /// <summary>As people write it.</summary>
    string Name { get; }

    /// <summary>Where the database lies, for messages: a path, or a server and a name; never a password.</summary>
    string Place { get; }

    /// <summary>The scripts that make its tables, in order.</summary>
    IReadOnlyList<Migration> Migrations { get; }

    /// <summary>Makes the table of applied scripts unless it is there.</summary>
    string CreateMigrationTable { get; }

    /// <summary>Counts the tables of that name: 0 or 1.</summary>
    string CountMigrationTables { get; }

    /// <summary>What follows a selection of rows to be changed, so that those another transaction holds are passed over.</summary>
    string SkipLocked { get; }

    /// <summary>Looks at the database before anything is made in it.</summary>
    /// <exception cref="LibraryException">It is of a kind that will not do.</exception>
    void Prepare(DbConnection connection);

    /// <summary>An open connection from the pool; the caller disposes it.</summary>
    DbConnection Connect();

    /// <summary>Begins a transaction that only reads and sees one state of everything.</summary>
    DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>Begins a transaction that has the place of its lane until it ends.</summary>
    DbTransaction BeginWrite(DbConnection connection, WriteLane lane);

    /// <summary>
    /// Makes ready for many new tracks in a transaction: what need not be kept up row by row is made up for at the end. Rows of
    /// <c>tracks</c> may be added and changed meanwhile, but not removed.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">Its transaction.</param>
    /// <param name="writer">Writes what is there already.</param>
    /// <param name="expected">How many tracks may come.</param>
    IManyTracks BeginMany(DbConnection connection, DbTransaction transaction, TrackWriter writer, int expected);

    /// <summary>
    /// Folds a log of what was written into the database and empties it: what was erased no longer lies there, and what a large import took
    /// of the disk is given back. Nothing where that is the server's own business.
    /// </summary>
    void FoldLog(DbConnection connection);

    /// <summary>The time that every process with this database open agrees on.</summary>
    DateTimeOffset Now(DbConnection connection, TimeProvider time);

    /// <summary>Conditions on <c>tracks</c>: its <c>search_text</c> holds every one of these folded words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="parameter">Makes a parameter of a value and gives its name.</param>
    IEnumerable<string> Finding(IReadOnlyCollection<string> words, Func<string, string> parameter);

    /// <summary>Whether an error says that the connection was lost, so that what only read may be tried once more.</summary>
    bool IsLost(DbException e);

    /// <summary>
    /// Calls <paramref name="told"/> whenever a process has changed the catalogue, and whenever that may have been missed, until it is
    /// stopped. Ends at once where processes cannot tell each other.
    /// </summary>
    Task ListenAsync(Action told, CancellationToken stop);

    /// <summary>The exception to throw for what the engine reports, as a sentence a user can act on.</summary>
    LibraryException Explain(DbException e);
}
