using System.Data;
using System.Data.Common;

namespace MoodDeck.Library.Storage;

/// <summary>Commands of ADO.NET in a line each, for where rows are many and Dapper would make an object of each.</summary>
internal static class Commands
{
    /// <summary>A command in the connection's open transaction, if it has one; the caller disposes it.</summary>
    public static DbCommand Command(this DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        if (transaction is not null) command.Transaction = transaction;
        return command;
    }

    /// <summary>Adds a parameter whose value is set before each run.</summary>
    public static DbParameter Add(this DbCommand command, string name, DbType type)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = type;
        command.Parameters.Add(parameter);
        return parameter;
    }

    /// <summary>Adds a parameter with its value.</summary>
    public static void Add(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
