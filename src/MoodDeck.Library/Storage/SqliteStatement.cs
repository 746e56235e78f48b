using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MoodDeck.Library.Storage;

/// <summary>
/// A statement run for very many rows, bound by place: ADO.NET looks every parameter up by its name at each run, which takes longer than
/// SQLite does with the row. What is bound stays bound.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private readonly object?[] _bound;
    private byte[] _text = new byte[1024];

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out _statement));
        _bound = new object?[raw.sqlite3_bind_parameter_count(_statement) + 1];
    }

    /// <summary>Sets the value of a place, counted from 1.</summary>
    public void Bind(int place, object? value)
    {
        if (Equals(_bound[place], value)) return; // such as the source, and what is unknown
        _bound[place] = value;
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_statement, place),
            "" => raw.sqlite3_bind_text(_statement, place, ""), // no bytes at all would be bound as NULL
            string text => raw.sqlite3_bind_text(_statement, place, Utf8(text)),
            double number => raw.sqlite3_bind_double(_statement, place, number),
            int number => raw.sqlite3_bind_int(_statement, place, number),
            long number => raw.sqlite3_bind_int64(_statement, place, number),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
            _ => throw new NotSupportedException($"SQLite has no values of type {value.GetType()}."),
        });
    }

    /// <summary>Runs it for the values bound; it must give no rows.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(_statement);
        if (code != raw.SQLITE_DONE) Check(code);
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private ReadOnlySpan<byte> Utf8(string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > _text.Length) _text = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text));
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, _connection.Handle);
    }
}
