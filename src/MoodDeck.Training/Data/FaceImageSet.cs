using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Data;

/// <summary>From which row on the rows of a set come from which file or folder.</summary>
/// <param name="Path">The file or folder as it was named.</param>
/// <param name="FirstRow">The first row that comes from it.</param>
public sealed record FaceOrigin(string Path, int FirstRow);

/// <summary>Grey face pictures of 48 x 48 pixels with labels, held in one block of memory.</summary>
public sealed class FaceImageSet
{
    /// <summary>Width and height of every picture, in pixels.</summary>
    public const int Side = 48;

    /// <summary>Pixels of one picture.</summary>
    public const int ImageLength = Side * Side;

    /// <summary>Numbers of one picture in <see cref="Vad"/>.</summary>
    public const int VadColumns = 3;

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

    /// <summary>FER+ votes <c>[Count, 10]</c> in the order of <see cref="FerPlus"/>, all zero for a row without; null where no row has any.</summary>
    public byte[]? Votes { get; init; }

    /// <summary>
    /// Valence, arousal and dominance <c>[Count, 3]</c>, each in [-1, 1], NaN where unknown; null where no row has any.
    /// </summary>
    public float[]? Vad { get; init; }

    /// <summary>For each picture its name inside its source, such as <c>train/happy/x.jpg</c> or <c>line 7</c>; null where there is none.</summary>
    public string[]? Names { get; init; }

    /// <summary>Where the rows come from, in their order; empty for a set made in memory.</summary>
    public IReadOnlyList<FaceOrigin> Origins { get; init; } = [];

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

    /// <summary>Valence, arousal and dominance of one picture; NaN where unknown.</summary>
    /// <exception cref="InvalidOperationException">The set has none.</exception>
    public ReadOnlySpan<float> VadOf(int row) =>
        (Vad ?? throw new InvalidOperationException("This set has no valence, arousal and dominance.")).AsSpan(row * VadColumns, VadColumns);

    /// <summary>A picture's name inside its source: its path, or its line.</summary>
    public string NameOf(int row) => Names?[row] ?? string.Create(CultureInfo.InvariantCulture, $"row {SourceRows[row] + 1}");

    /// <summary>The file or folder a picture comes from; null for a set made in memory.</summary>
    public string? SourceOf(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        return Origins.LastOrDefault(o => o.FirstRow <= row)?.Path;
    }

    /// <summary>Whether any row has this usage, whatever its case.</summary>
    public bool HasUsage(string usage) => UsageNames.Contains(usage, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The expression of a row: its FER2013 label, else the one with most FER+ votes, else null. For what must not leave
    /// out rows that only one of the two says something about.
    /// </summary>
    public Emotion? ExpressionOf(int row)
    {
        if (Labels[row] != NoLabel) return ExpressionLabels.Fer2013Emotions[Labels[row]];
        var voted = Votes is null ? FerPlus.Dropped : FerPlus.LabelOf(VotesOf(row), FerPlusProtocol.Plurality);
        return voted == FerPlus.Dropped ? null : (Emotion)voted;
    }

    /// <summary>
    /// Several sets as one, in this order. Usages of the same name become one; a row without votes or without valence,
    /// arousal and dominance has zeros or NaN there; every row keeps its name and source. <see cref="SourceRows"/> count on.
    /// </summary>
    /// <exception cref="ArgumentException">There is no set, or more usages or pictures than a set can hold.</exception>
    public static FaceImageSet Concat(IReadOnlyList<FaceImageSet> sets) => FaceImageSets.Concat(sets);

    /// <summary>Some rows as a set of their own, so that no other can be used by mistake.</summary>
    /// <param name="rows">Which, ascending.</param>
    /// <exception cref="ArgumentException">They are not ascending.</exception>
    public FaceImageSet Take(int[] rows) => FaceImageSets.Take(this, rows);

    /// <summary>The same pictures with FER+ votes <c>[Count, 10]</c>.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="badVotes">Rows of votes that could not be used, noted after those of the pictures; null for none.</param>
    public FaceImageSet WithVotes(byte[] votes, BadRows? badVotes = null)
    {
        ArgumentNullException.ThrowIfNull(votes);
        if (votes.Length != Count * FerPlus.VoteColumns)
            throw new ArgumentException($"Expected {Count * FerPlus.VoteColumns} votes, got {votes.Length}.", nameof(votes));
        var bad = new BadRows();
        bad.AddAll(Bad);
        if (badVotes is not null) bad.AddAll(badVotes);
        return new FaceImageSet
        {
            Pixels = Pixels, Labels = Labels, Usages = Usages, UsageNames = UsageNames, SourceRows = SourceRows,
            SourceRowCount = SourceRowCount, Bad = bad, Votes = votes, Vad = Vad, Names = Names, Origins = Origins,
        };
    }
}
