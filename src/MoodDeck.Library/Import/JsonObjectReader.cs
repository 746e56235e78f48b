using System.Text.Json;

namespace MoodDeck.Library.Import;

/// <summary>
/// Reads the objects of a JSON text one after the other, however long it is: those of an array, of lines, and of arrays inside an
/// object that is too large to be a row.
/// </summary>
internal sealed class JsonObjectReader(Stream stream) : IDisposable
{
    // What is longer holds rows and is none.
    private const int LargestRow = 1 << 20;

    // No text in a table is longer; a file that claims so must not fill the memory.
    private const int LargestToken = 1 << 26;
    private static readonly JsonReaderOptions Lenient = new() { AllowMultipleValues = true, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private readonly Stack<(bool IsArray, string? Name)> _inside = new();
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;
    private bool _isFinal, _hasBegun;
    private string? _name;
    private JsonReaderState _state = new(Lenient);

    /// <summary>The next object, or the next value of the outermost array; null at the end.</summary>
    /// <exception cref="JsonException">The text is not JSON, or ends in the middle.</exception>
    public JsonElement? Next()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
            var found = Step(ref reader, out var isAtEnd);
            _start += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            if (found is not null || isAtEnd) return found;
            Fill();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    // Goes on to a value, to the end, or to where more of the text is needed.
    private JsonElement? Step(ref Utf8JsonReader reader, out bool isAtEnd)
    {
        isAtEnd = false;
        while (true)
        {
            var before = reader;
            if (!_hasBegun && _end == _start && !_isFinal) return null;
            if (!reader.Read())
            {
                isAtEnd = _isFinal;
                return null;
            }

            _hasBegun = true;
            if (IsValue(reader.TokenType))
            {
                var whole = reader;
                if (JsonDocument.TryParseValue(ref whole, out var document))
                {
                    using (document)
                    {
                        reader = whole;
                        return document.RootElement.Clone();
                    }
                }

                if (_end - _start - (int)before.BytesConsumed < LargestRow)
                {
                    reader = before;
                    return null;
                }
            }

            Follow(ref reader);
        }
    }

    private bool IsValue(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => _inside.Count == 0 || (_inside.Peek() is (true, var name) && !JsonShapes.IsBeside(name)),
        JsonTokenType.StartArray or JsonTokenType.EndArray or JsonTokenType.EndObject or JsonTokenType.PropertyName => false,
        _ => _inside.Count == 0 || (_inside.Count == 1 && _inside.Peek().IsArray),
    };

    private void Follow(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName) _name = reader.GetString();
        else if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) _inside.Push((reader.TokenType == JsonTokenType.StartArray, _name));
        else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) _inside.Pop();
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end >= LargestToken) throw new JsonException("One of its texts has no end.");
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isFinal = read == 0;
        _end += read;
    }
}
