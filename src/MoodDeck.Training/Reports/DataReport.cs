using MoodDeck.Training.Data;

namespace MoodDeck.Training.Reports;

/// <summary>The data of a run.</summary>
public sealed record DataReport
{
    /// <summary>The files or folders it came from, as the user named them.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What more there is to say, such as how a split was drawn.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How often each class occurs, once for each kind of label.</summary>
    public IReadOnlyList<ClassTable> Counts { get; init; } = [];

    /// <summary>Rows that could not be read, in the order of the data.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; init; } = [];

    /// <summary>Pictures that occur more than once.</summary>
    public IReadOnlyList<CopyCount> Copies { get; init; } = [];

    /// <summary>Pictures that stand out.</summary>
    public IReadOnlyList<OutlierPicture> Outliers { get; init; } = [];

    /// <summary>The average picture of each class.</summary>
    public IReadOnlyList<AveragePicture> Averages { get; init; } = [];
}

/// <summary>How often each class occurs.</summary>
/// <param name="Labels">What is counted, such as <c>FER+ (strict)</c>.</param>
/// <param name="ClassNames">The classes.</param>
/// <param name="Splits">Counts of each part of the data.</param>
public sealed record ClassTable(string Labels, IReadOnlyList<string> ClassNames, IReadOnlyList<SplitCounts> Splits);

/// <summary>The class counts of one part of the data.</summary>
/// <param name="Name">The part, such as <c>learned from</c>.</param>
/// <param name="Before">Rows of each class as they are in the data.</param>
/// <param name="After">Rows of each class after resampling, as an epoch sees them; null where nothing is resampled.</param>
/// <param name="Method">How it was resampled, such as <c>SMOTE</c>; null where nothing is.</param>
public sealed record SplitCounts(string Name, IReadOnlyList<int> Before, IReadOnlyList<int>? After = null, string? Method = null);

/// <summary>A row or file that was not used.</summary>
/// <param name="Where">Line or file name.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Rows">How many rows or pictures this is about, such as all of a folder.</param>
public sealed record SkippedRow(string Where, string Reason, int Rows = 1)
{
    /// <summary>What a reader skipped.</summary>
    public static IReadOnlyList<SkippedRow> Of(BadRows bad)
    {
        ArgumentNullException.ThrowIfNull(bad);
        return [.. bad.Rows.Select(b => new SkippedRow(b.Where, b.Reason, b.Count))];
    }
}

/// <summary>How many pictures occur again.</summary>
/// <param name="Where">Between which parts of the data, such as <c>PublicTest and Training</c>.</param>
/// <param name="Rows">Rows concerned.</param>
/// <param name="Treatment">What was done about it, such as <c>kept on one side</c>; empty for nothing.</param>
public sealed record CopyCount(string Where, int Rows, string Treatment = "");

/// <summary>A picture that stands out.</summary>
/// <param name="Name">Line or file name.</param>
/// <param name="Class">The class it is labelled with.</param>
/// <param name="Score">How much; what it counts is said in the reason.</param>
/// <param name="Reason">What the score is, or what is odd about the picture.</param>
/// <param name="Picture">The picture; null when none is to be shown.</param>
public sealed record OutlierPicture(string Name, string Class, double Score, string Reason, ReportPicture? Picture = null);

/// <summary>The mean of a class's pictures.</summary>
/// <param name="Class">The class.</param>
/// <param name="Count">Pictures averaged.</param>
/// <param name="Picture">Their mean.</param>
public sealed record AveragePicture(string Class, int Count, ReportPicture Picture);
