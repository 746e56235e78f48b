namespace MoodDeck.Training.Architectures;

/// <summary>How an expression network is built.</summary>
public sealed record ArchitectureOptions
{
    /// <summary>Source of the random weights. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Channels of the first convolution, 1 to 1024, the rest in proportion; null for the architecture's own.</summary>
    public int? Width { get; init; }

    /// <summary>
    /// Share of the trunk's output set to zero while training, 0 to below 1; dropouts inside the trunk keep their proportion to
    /// it. Null for the architecture's own.
    /// </summary>
    public float? Dropout { get; init; }

    /// <summary>The heads in the order of the outputs, at least one. Default <c>ferplus</c>, <c>fer2013</c>.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [ExpressionHeads.FerPlus, ExpressionHeads.Fer2013];

    /// <summary>Channels of the picture: 1 (grey) or 3. Default 1.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>Side of the picture in pixels. Default 48.</summary>
    public int Side { get; init; } = 48;

    /// <summary>Refuses what cannot be built.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it and the range.</exception>
    public void Validate()
    {
        Require(Width is null or (>= 1 and <= 1024), $"A width of {Width} channels cannot be built; expected 1 to 1024.");
        Require(Dropout is null or (>= 0 and < 1), FormattableString.Invariant($"A dropout of {Dropout} cannot be used; expected 0 to below 1."));
        Require(Channels is 1 or 3, $"Pictures of {Channels} channels cannot be read; expected 1 (grey) or 3.");
        Require(Side is >= 1 and <= 1024, $"Pictures of {Side} pixels cannot be read; expected 1 to 1024.");
        Require(Heads is { Count: > 0 }, $"A network needs at least one head of {string.Join(", ", ExpressionHeads.Names)}.");
        foreach (var head in Heads) _ = ExpressionHeads.Length(head);
        Require(Heads.Distinct().Count() == Heads.Count, $"A head is named twice: {string.Join(", ", Heads)}.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition) throw new ArgumentException(message);
    }
}
