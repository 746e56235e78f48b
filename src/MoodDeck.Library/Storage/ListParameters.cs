using Dapper;

namespace MoodDeck.Library.Storage;

/// <summary>Lists in conditions. Dapper would spell them out for SQLite but hand PostgreSQL an array, which <c>IN</c> does not take.</summary>
internal static class ListParameters
{
    /// <summary>Adds each value as a parameter of its own; returns what follows <c>IN</c>. There must be one at least.</summary>
    public static string AddList(this DynamicParameters parameters, string name, IEnumerable<object> values)
    {
        var names = values.Select((value, i) =>
        {
            var one = FormattableString.Invariant($"{name}{i}");
            parameters.Add(one, value);
            return "@" + one;
        }).ToList();
        return $"({string.Join(", ", names)})";
    }
}
