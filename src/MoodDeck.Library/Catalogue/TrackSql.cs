using System.Data.Common;
using System.Text;
using MoodDeck.Core.Music;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Catalogue;

/// <summary>The WHERE clause of a <see cref="TrackQuery"/>, with its parameters.</summary>
internal sealed class TrackSql
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object Value)> _parameters = [];

    public TrackSql(TrackQuery query, IDatabaseEngine engine)
    {
        In("language", query.Languages.Select(l => l.Trim().ToLowerInvariant()));
        In("artist_key", query.Artists.Select(FoldedText.FoldArtist).Select(OrNothing));
        In("genre_key", query.Genres.Select(FoldedText.Fold).Select(OrNothing));
        In("source", query.Sources.Select(TrackSources.NameOf));
        if (query.Playable is { } playable) _conditions.Add(playable ? "path IS NOT NULL" : "path IS NULL");

        _conditions.AddRange(engine.Finding(SearchText.Words(query.Text), Parameter));
    }

    /// <summary>Empty, or starting with <c> WHERE </c>.</summary>
    public string Where => _conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", _conditions);

    /// <summary>A command with this condition's parameters and further ones.</summary>
    public DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] more)
    {
        var command = connection.Command(sql);
        foreach (var (name, value) in _parameters.Concat(more)) command.Add(name, value);
        return command;
    }

    // A blank name asks for nobody's tracks, not for those without a name.
    private static string OrNothing(string key) => key.Length == 0 ? "\n" : key;

    private void In(string column, IEnumerable<string> values)
    {
        var names = new StringBuilder();
        foreach (var value in values) names.Append(names.Length > 0 ? ", " : "").Append(Parameter(value));
        if (names.Length > 0) _conditions.Add($"{column} IN ({names})");
    }

    private string Parameter(string value)
    {
        var name = "@p" + _parameters.Count;
        _parameters.Add((name, value));
        return name;
    }
}
