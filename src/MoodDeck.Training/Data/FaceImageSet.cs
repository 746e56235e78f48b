namespace MoodDeck.Training.Data;

/// <summary>Grey face pictures of 48 x 48 pixels with labels, held in one block of memory.</summary>
public sealed class FaceImageSet
{
    /// <summary>Width and height of every picture, in pixels.</summary>
    public const int Side = 48;

    /// <summary>Pixels of one picture.</summary>
    public const int ImageLength = Side * Side;

    /// <summary>The label of a picture without one.</summary>
    public const byte NoLabel = 255;

    /// <summary>Grey values <c>[Count, 48, 48]</c>, row by row from the top left.</summary>
    public required byte[] Pixels { get; init; }

    /// <summary>FER2013 labels <c>[Count]</c>, 0..6 in Kaggle's order, or <see cref="NoLabel"/>.</summary>
    public required byte[] Labels { get; init; }

    /// <summary>For each picture the index of its usage in <see cref="UsageNames"/>.</summary>
    public required byte[] Usages { get; init; }

    /// <summary>The usages that occur, such as <c>Training</c> and <c>PublicTest</c>; empty where the file names none.</summary>
    public required IReadOnlyList<string> UsageNames { get; init; }

    /// <summary>For each picture its 0-based row in the file it came from, bad rows counted.</summary>
    public required int[] SourceRows { get; init; }

    /// <summary>How many rows the file held, bad ones counted.</summary>
    public required int SourceRowCount { get; init; }

    /// <summary>The rows that were skipped.</summary>
    public required BadRows Bad { get; init; }

    /// <summary>FER+ votes <c>[Count, 10]</c> in the order of <see cref="FerPlus"/>, or null without them.</summary>
    public byte[]? Votes { get; init; }

    /// <summary>How many pictures there are.</summary>
    public int Count => Labels.Length;

    /// <summary>The 2304 grey values of one picture.</summary>
    public ReadOnlySpan<byte> Image(int row) => Pixels.AsSpan(row * ImageLength, ImageLength);

    /// <summary>The ten FER+ votes of one picture.</summary>
    /// <exception cref="InvalidOperationException">The set has no votes.</exception>
    public ReadOnlySpan<byte> VotesOf(int row) =>
        (Votes ?? throw new InvalidOperationException("This set was read without FER+ votes.")).AsSpan(row * FerPlus.VoteColumns, FerPlus.VoteColumns);

    /// <summary>The name of a picture's usage.</summary>
    public string UsageOf(int row) => UsageNames[Usages[row]];

    /// <summary>The rows of one usage, whatever its case, or all rows for null.</summary>
    /// <exception cref="ArgumentException">No row has this usage.</exception>
    public int[] RowsOf(string? usage)
    {
        if (usage is null) return [.. Enumerable.Range(0, Count)];
        var wanted = UsageNames.Select(n => n.Equals(usage, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (!wanted.Contains(true))
            throw new ArgumentException($"No row has the usage \"{usage}\"; there are: {string.Join(", ", UsageNames)}.", nameof(usage));
        return [.. Enumerable.Range(0, Count).Where(row => wanted[Usages[row]])];
    }

    /// <summary>The same pictures with FER+ votes <c>[Count, 10]</c>.</summary>
    public FaceImageSet WithVotes(byte[] votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        if (votes.Length != Count * FerPlus.VoteColumns)
            throw new ArgumentException($"Expected {Count * FerPlus.VoteColumns} votes, got {votes.Length}.", nameof(votes));
        return new FaceImageSet
        {
            Pixels = Pixels, Labels = Labels, Usages = Usages, UsageNames = UsageNames, SourceRows = SourceRows,
            SourceRowCount = SourceRowCount, Bad = Bad, Votes = votes,
        };
    }
}
