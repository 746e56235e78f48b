using System.Numerics;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Columns;

/// <summary>
/// The rows in blocks of neighbours, with what is lowest and highest in each: a search leaves a block alone whose best row cannot be
/// good enough.
/// </summary>
internal sealed class Blocks
{
    /// <summary>Rows to a block.</summary>
    public const int Size = 256;

    // Which blocks hold tracks that play here, which some that do not, and from where.
    private readonly bool[] _playable, _silent;
    private readonly uint[] _sources;

    public Blocks(MoodColumns moods, ReadOnlySpan<byte> flags)
    {
        RowCount = flags.Length;
        Count = CountOf(flags.Length);
        // As long as whole vectors are.
        var length = (Count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        (Lowest, Highest) = (Empty(length), Empty(length));
        (_playable, _silent, _sources) = (new bool[Count], new bool[Count], new uint[Count]);
        for (var block = 0; block < Count; block++)
        {
            var rows = RowsOf(block);
            for (var axis = 0; axis < MoodColumns.Axes; axis++)
            {
                var (low, high) = Range(moods[axis].AsSpan(rows));
                (Lowest[axis][block], Highest[axis][block]) = (low * MoodColumns.Step, high * MoodColumns.Step);
            }

            foreach (var flag in flags[rows])
            {
                _playable[block] |= (flag & TrackIndex.PlayableFlag) != 0;
                _silent[block] |= (flag & TrackIndex.PlayableFlag) == 0;
                _sources[block] |= BitOf((TrackSource)(flag & ~TrackIndex.PlayableFlag));
            }
        }
    }

    /// <summary>How many rows there are in all.</summary>
    public int RowCount { get; }

    /// <summary>How many blocks there are; the last may be shorter.</summary>
    public int Count { get; }

    /// <summary>By axis of <see cref="MoodColumns"/> and block, the lowest mean or deviation; as long as whole vectors are.</summary>
    public float[][] Lowest { get; }

    /// <summary>The same, the highest.</summary>
    public float[][] Highest { get; }

    /// <summary>How many blocks so many rows make.</summary>
    public static int CountOf(int rows) => (rows + Size - 1) / Size;

    /// <summary>The rows of a block.</summary>
    public Range RowsOf(int block) => (block * Size)..Math.Min((block + 1) * Size, RowCount);

    /// <summary>Whether any row of a block plays here.</summary>
    public bool AnyPlayable(int block) => _playable[block];

    /// <summary>Whether any does not.</summary>
    public bool AnySilent(int block) => _silent[block];

    /// <summary>The sources of its rows, <see cref="BitOf"/> of each.</summary>
    public uint SourcesOf(int block) => _sources[block];

    /// <summary>The bit that stands for a source.</summary>
    public static uint BitOf(TrackSource source) => 1u << (int)source;

    private static float[][] Empty(int length) => [.. Enumerable.Range(0, MoodColumns.Axes).Select(_ => new float[length])];

    private static (short Low, short High) Range(ReadOnlySpan<short> values)
    {
        var (low, high) = (short.MaxValue, short.MinValue);
        foreach (var value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return (low, high);
    }
}
