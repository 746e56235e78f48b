namespace MoodDeck.Recommend.Ranking;

/// <summary>The terms of one track at one place, each at the index of its <see cref="TermKind"/>.</summary>
[System.Runtime.CompilerServices.InlineArray(Count)]
internal struct RowTerms
{
    /// <summary>How many kinds of terms there are.</summary>
    public const int Count = (int)TermKind.Draw + 1;

    private float _first;

    public float this[TermKind kind]
    {
        readonly get => this[(int)kind];
        set => this[(int)kind] = value;
    }

    /// <summary>All together.</summary>
    public readonly float Sum()
    {
        var sum = 0f;
        foreach (var term in this) sum += term;
        return sum;
    }
}
