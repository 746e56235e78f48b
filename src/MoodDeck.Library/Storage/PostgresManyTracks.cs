using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using Npgsql;
using NpgsqlTypes;

namespace MoodDeck.Library.Storage;

/// <summary>
/// Many new tracks in PostgreSQL, by <c>COPY</c>: a statement for each would be a way to the server and back for each. Indexes stay, since
/// nobody could read the catalogue while one is dropped.
/// </summary>
internal sealed class PostgresManyTracks(NpgsqlConnection connection, TrackWriter writer) : IManyTracks
{
    private const int RowsToACopy = 5000;

    private static readonly string s_copy = $"COPY tracks ({string.Join(", ", TrackWriter.Columns.Names)}, added_at, updated_at) FROM STDIN (FORMAT binary)";

    private readonly List<object?[]> _rows = new(RowsToACopy);

    public void Add(Track track, string externalKey, TrackKeys keys)
    {
        _rows.Add(TrackWriter.Columns.ValuesOf(track, externalKey, keys));
        if (_rows.Count == RowsToACopy) Settle();
    }

    public void Settle()
    {
        if (_rows.Count == 0) return;
        using (var copy = connection.BeginBinaryImport(s_copy))
        {
            foreach (var row in _rows)
            {
                copy.StartRow();
                foreach (var value in row) Write(copy, value);
                Write(copy, writer.Now);
                Write(copy, writer.Now);
            }

            copy.Complete();
        }

        _rows.Clear();
        writer.MarkChanged();
    }

    public void Complete() => Settle();

    public void Dispose()
    {
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value)
    {
        switch (value)
        {
            case null: copy.WriteNull(); break;
            case string text: copy.Write(text, NpgsqlDbType.Text); break;
            case double number: copy.Write(number, NpgsqlDbType.Double); break;
            case int number: copy.Write((long)number, NpgsqlDbType.Bigint); break;
            default: throw new NotSupportedException($"A track has no value of type {value.GetType()}.");
        }
    }
}
