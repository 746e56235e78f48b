using MoodDeck.Training.Augmentation;

namespace MoodDeck.Training.Expressions;

/// <summary>The rows of each epoch in random order.</summary>
internal sealed class EpochRows
{
    private readonly Func<int, int[]> _rows;
    private readonly ulong _seed;
    private int[] _order = [];
    private int _epoch = -1;

    /// <summary>Every row once in an epoch, or those chosen for each epoch, as many in every one.</summary>
    /// <exception cref="InvalidDataException">There are none.</exception>
    public EpochRows(int[] rows, ulong seed, Func<int, int[]>? chosen = null)
    {
        if (rows.Length == 0) throw new InvalidDataException("There are no rows to learn from. Check the labels and --usage.");
        (_rows, _seed) = (chosen ?? (_ => [.. rows]), seed);
        Count = _rows(0).Length;
    }

    /// <summary>Rows in an epoch.</summary>
    public int Count { get; }

    /// <summary>The rows of an epoch, counted from 0.</summary>
    public IReadOnlyList<int> Of(int epoch)
    {
        if (_epoch == epoch) return _order;
        _order = _rows(epoch);
        var random = FastRandom.For(_seed, epoch, -1);
        random.Shuffle<int>(_order);
        _epoch = epoch;
        return _order;
    }
}
