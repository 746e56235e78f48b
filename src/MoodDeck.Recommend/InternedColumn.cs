namespace MoodDeck.Recommend;

/// <summary>A text column in which few different values repeat: one number per row. Number 0 is "unknown".</summary>
public sealed class InternedColumn
{
    private readonly Func<string?, string> _fold;
    private readonly Dictionary<string, int> _numberByKey = new(StringComparer.Ordinal);
    private readonly List<string> _values = [""];
    private readonly List<int> _rows = [];

    internal InternedColumn(Func<string?, string> fold) => _fold = fold;

    /// <summary>How many numbers there are, "unknown" included.</summary>
    public int ValueCount => _values.Count;

    /// <summary>The number in a row.</summary>
    public int this[int row] => _rows[row];

    /// <summary>The text of a number, as first written; empty for "unknown".</summary>
    public string ValueOf(int number) => _values[number];

    /// <summary>The number of a text, folded as this column folds; 0 when no row has it.</summary>
    public int NumberOf(string text) => _numberByKey.GetValueOrDefault(_fold(text));

    internal void Add(string? text)
    {
        var key = _fold(text);
        if (key.Length == 0)
        {
            _rows.Add(0);
            return;
        }

        if (!_numberByKey.TryGetValue(key, out var number))
        {
            number = _values.Count;
            _numberByKey.Add(key, number);
            _values.Add(text!.Trim());
        }

        _rows.Add(number);
    }
}
