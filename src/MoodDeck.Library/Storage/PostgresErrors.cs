using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace MoodDeck.Library.Storage;

/// <summary>Turns what PostgreSQL reports into sentences a user can act on.</summary>
internal static class PostgresErrors
{
    /// <summary>The sentences for an error of the database at a place.</summary>
    public static string Explain(DbException e, string place) => e is PostgresException { SqlState: var state } error
        ? state switch
        {
            "28P01" or "28000" => $"PostgreSQL does not let in this user to {place}: {error.MessageText}. Check Username and Password of the connection.",
            "3D000" => $"There is no database {place}. Make it: createdb --encoding UTF8 NAME",
            "42501" => $"PostgreSQL denies something in {place}: {error.MessageText}. Make the user the database's owner: ALTER DATABASE NAME OWNER TO USER",
            "53100" => $"The disk of the PostgreSQL server of {place} is full. Free some space and try again; nothing was half written.",
            "53300" => $"PostgreSQL takes no more connections to {place}. Raise max_connections, or lower Maximum Pool Size in the connection.",
            "55P03" => $"The database {place} is busy with another MoodDeck process. Try again when that has ended.",
            "25006" => $"The database {place} is read-only. Connect to the primary server, not to a standby.",
            "57P01" or "57P02" or "57P03" => $"The PostgreSQL server of {place} is starting or stopping. Try again in a moment.",
            "22021" => $"{place} cannot hold a text with a NUL character in it. Leave that out and try again.",
            _ => $"The database {place} failed: {error.MessageText} ({state}).",
        }
        : e.InnerException switch
        {
            SocketException or IOException => $"PostgreSQL cannot be reached for {place}: {e.InnerException.Message.TrimEnd('.')}. Check that the server runs and that Host and Port of the connection are right.",
            TimeoutException => $"PostgreSQL does not answer for {place}. Check that the server runs and is reached from this machine, and try again.",
            _ => $"The database {place} failed: {e.Message.TrimEnd('.')}.",
        };

    /// <summary>Whether this is what Npgsql lets through as it is, rather than as its own, when a host has no address or does not answer.</summary>
    public static bool IsUnreached(Exception e) => e is SocketException or TimeoutException;

    /// <summary>Whether the connection is gone, as after a restart of the server.</summary>
    public static bool IsLost(DbException e) => e is PostgresException { SqlState: "57P01" or "57P02" } or NpgsqlException { InnerException: SocketException or IOException };

    /// <summary>Whether the same may go well in a moment.</summary>
    public static bool IsPassing(DbException e) => IsLost(e) || e.IsTransient || e is NpgsqlException { InnerException: TimeoutException } or PostgresException { SqlState: "55P03" };

    /// <summary>Whether a value broke a rule of its column (classes 22 and 23 of SQLSTATE).</summary>
    public static bool IsOfTheData(DbException e) => e is PostgresException { SqlState: ['2', '2' or '3', ..] };
}
