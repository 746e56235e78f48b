namespace MoodDeck.Recommend.Taste;

/// <summary>Names that tastes are learnt of, numbered in the order they came, with how many lessons tell of each.</summary>
internal sealed class EffectNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _lessons = [];

    public int Count => _lessons.Count;

    public int LessonsOf(int number) => _lessons[number];

    /// <summary>The number of a name, one lesson more; -1 for no name.</summary>
    public int Take(string name)
    {
        if (name.Length == 0) return -1;
        if (!_numbers.TryGetValue(name, out var number))
        {
            number = _lessons.Count;
            _numbers.Add(name, number);
            _lessons.Add(0);
        }

        _lessons[number]++;
        return number;
    }

    /// <summary>One lesson less.</summary>
    public void Release(int number)
    {
        if (number >= 0) _lessons[number]--;
    }

    /// <summary>Those of which lessons tell.</summary>
    public Dictionary<string, int> Known() => _numbers.Where(n => _lessons[n.Value] > 0).ToDictionary(StringComparer.Ordinal);
}
