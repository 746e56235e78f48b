namespace MoodDeck.Training.Reports;

/// <summary>What rows were also used for, besides judging the model by them.</summary>
[Flags]
public enum RowUse
{
    /// <summary>Nothing else: the figures are what new pictures of the same kind would give.</summary>
    None = 0,

    /// <summary>The weights were learned from them.</summary>
    Learning = 1,

    /// <summary>The epoch was chosen by them.</summary>
    ChoosingEpoch = 2,

    /// <summary>Temperature or the threshold of "unsure" were fitted on them.</summary>
    Calibration = 4,
}

/// <summary>Which rows a model was judged by.</summary>
public sealed record RowsJudged
{
    /// <summary>What they are, such as <c>usage PublicTest of fer2013.csv.gz, FER+ votes by the strict protocol</c>.</summary>
    public required string Description { get; init; }

    /// <summary>What else they were used for.</summary>
    public RowUse UsedFor { get; init; }

    /// <summary>How many of them are exact copies of pictures learned from; null when nobody looked.</summary>
    public int? CopiesOfTraining { get; init; }

    /// <summary>The only classes that took part, as rows and as answers; null when all did.</summary>
    public IReadOnlyList<string>? OnlyClasses { get; init; }

    /// <summary>More to beware of.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>Everything a reader of figures over these rows must know.</summary>
    public IReadOnlyList<string> Warnings => [.. Sentences(), .. Cautions];

    private IEnumerable<string> Sentences()
    {
        if (UsedFor.HasFlag(RowUse.Learning)) yield return "The model learned from these very rows. The figures say how well it remembers, not how it reads new faces.";
        if (Choices() is { } choices) yield return $"{choices} chosen by these very rows, so the figures flatter the model a little. Judge it by rows that played no part.";
        if (CopiesOfTraining is > 0 and var copies)
            yield return FormattableString.Invariant($"{copies:#,0} of these rows {(copies == 1 ? "is an exact copy of a picture" : "are exact copies of pictures")} the model may have learned from.");
        if (OnlyClasses is { } classes)
            yield return $"Only rows of the classes {string.Join(", ", classes)} took part, and only these as answers. The task is easier than naming any expression: do not compare with figures over all classes.";
    }

    private string? Choices() => (UsedFor.HasFlag(RowUse.ChoosingEpoch), UsedFor.HasFlag(RowUse.Calibration)) switch
    {
        (true, true) => "The epoch and the calibration were",
        (true, false) => "The epoch was",
        (false, true) => "The calibration was",
        _ => null,
    };
}
