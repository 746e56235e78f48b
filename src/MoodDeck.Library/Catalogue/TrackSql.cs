using System.Text;
using Microsoft.Data.Sqlite;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>The WHERE clause of a <see cref="TrackQuery"/>, with its parameters.</summary>
internal sealed class TrackSql
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object Value)> _parameters = [];

    public TrackSql(TrackQuery query)
    {
        In("language", query.Languages.Select(l => l.Trim().ToLowerInvariant()));
        In("artist_key", query.Artists.Select(FoldedText.FoldArtist).Select(OrNothing));
        In("genre_key", query.Genres.Select(FoldedText.Fold).Select(OrNothing));
        In("source", query.Sources.Select(TrackSources.NameOf));
        if (query.Playable is { } playable) _conditions.Add(playable ? "path IS NOT NULL" : "path IS NULL");

        var words = SearchText.Words(query.Text);
        if (SearchText.MatchOf(words) is { } match)
            _conditions.Add($"row IN (SELECT rowid FROM track_search WHERE track_search MATCH {Parameter(match)})");
        foreach (var pattern in SearchText.PatternsOf(words))
            _conditions.Add($"search_text LIKE {Parameter(pattern)} ESCAPE '\\'");
    }

    /// <summary>Empty, or starting with <c> WHERE </c>.</summary>
    public string Where => _conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", _conditions);

    /// <summary>A command with this condition's parameters and further ones.</summary>
    public SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object Value)[] more)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in _parameters.Concat(more)) command.Parameters.AddWithValue(name, value);
        return command;
    }

    // A blank name asks for nobody's tracks, not for those without a name.
    private static string OrNothing(string key) => key.Length == 0 ? "\0" : key;

    private void In(string column, IEnumerable<string> values)
    {
        var names = new StringBuilder();
        foreach (var value in values) names.Append(names.Length > 0 ? ", " : "").Append(Parameter(value));
        if (names.Length > 0) _conditions.Add($"{column} IN ({names})");
    }

    private string Parameter(object value)
    {
        var name = "$p" + _parameters.Count;
        _parameters.Add((name, value));
        return name;
    }
}
