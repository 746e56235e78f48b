namespace MoodDeck.Training.Reports;

/// <summary>
/// What a training or an evaluation has to show for itself. <see cref="ReportFiles"/> writes it as a page and as JSON; what
/// is empty or null is left out of the page.
/// </summary>
public sealed record RunReport
{
    /// <summary>Version of the JSON's layout.</summary>
    public int FormatVersion { get; init; } = 1;

    /// <summary>What was done, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences below the title; empty for none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What a reader must know before believing a figure. Those of the evaluations need not be repeated here.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How the run was set up: architecture, parameters, seed, preprocessing…, in the order to show them.</summary>
    public IReadOnlyList<ReportSetting> Settings { get; init; } = [];

    /// <summary>The data; null when there is nothing to say of it.</summary>
    public DataReport? Data { get; init; }

    /// <summary>The course of the training: one curve, or one for each fold.</summary>
    public IReadOnlyList<TrainingCurve> Curves { get; init; } = [];

    /// <summary>For several curves each figure at their best epochs, as mean and standard deviation.</summary>
    public IReadOnlyList<FoldFigure> Folds => FoldFigure.Of(Curves);

    /// <summary>How the model did on labelled rows.</summary>
    public IReadOnlyList<EvaluationReport> Evaluations { get; init; } = [];

    /// <summary>How a face detector did; null for other models.</summary>
    public FaceDetectionReport? Detection { get; init; }
}

/// <summary>One setting of a run.</summary>
/// <param name="Name">What it is, such as <c>learning rate</c>.</param>
/// <param name="Value">Its value as shown, with its unit.</param>
public sealed record ReportSetting(string Name, string Value)
{
    /// <summary>A whole number, its thousands apart.</summary>
    public static ReportSetting Of(string name, long value) => new(name, FormattableString.Invariant($"{value:#,0}"));

    /// <summary>A number.</summary>
    public static ReportSetting Of(string name, double value) => new(name, FormattableString.Invariant($"{value:0.######}"));
}
