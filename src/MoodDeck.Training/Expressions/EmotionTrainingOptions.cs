using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Runs;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Expressions;

/// <summary>How an expression model is trained.</summary>
public sealed record EmotionTrainingOptions
{
    /// <summary>The labelled pictures; several sets are learned as one.</summary>
    public required IReadOnlyList<FaceDataSource> Sources { get; init; }

    /// <summary>Which rows are learned from and which are kept aside.</summary>
    public SplitOptions Split { get; init; } = new();

    /// <summary>The network's architecture, one of <see cref="Architectures.ExpressionArchitectures.Names"/>.</summary>
    public string Architecture { get; init; } = "moodnet";

    /// <summary>Channels of the network's first stage; null for those of <see cref="InitPath"/>, or without it what suits the architecture.</summary>
    public int? Width { get; init; }

    /// <summary>Share of the trunk's output dropped while training; null for what suits the architecture.</summary>
    public float? Dropout { get; init; }

    /// <summary>An ONNX model to start from, or null for random weights.</summary>
    public string? InitPath { get; init; }

    /// <summary>Patterns of layers that keep their weights, such as <c>stage1.*</c>.</summary>
    public IReadOnlyList<string> Freeze { get; init; } = [];

    /// <summary>Models to learn from as well, or null.</summary>
    public TeacherOptions? Teacher { get; init; }

    /// <summary>What is done to every face before the network sees it, in training and in use.</summary>
    public FacePreprocessing Preprocessing { get; init; }

    /// <summary>
    /// A model whose temperature and least probabilities are taken over where no rows are kept aside to fit them on: one of the
    /// same recipe that kept some aside. Null to fit, or to do without.
    /// </summary>
    public string? CalibrationPath { get; init; }

    /// <summary>How pictures are changed.</summary>
    public FaceAugmentationOptions Augmentation { get; init; } = new() { DegradeChance = 0.1f };

    /// <summary>How pictures are mixed with each other.</summary>
    public PictureMixingOptions Mixing { get; init; } = new();

    /// <summary>How rare expressions are made to count.</summary>
    public BalanceOptions Balance { get; init; } = new();

    /// <summary>Label smoothing of hard labels (Szegedy et al. 2016), 0 to below 1. Default 0.05.</summary>
    public float Smoothing { get; init; } = 0.05f;

    /// <summary>Whether the model, in use, reads a face and its mirror image and takes the mean.</summary>
    public bool AverageMirrored { get; init; }

    /// <summary>How a face is cut out for this model in use.</summary>
    public FaceCropFit Crop { get; init; } = new();

    /// <summary>The model file to write.</summary>
    public required string OutputPath { get; init; }

    /// <summary>The training itself.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Validate()
    {
        if (Sources.Count == 0) throw new ArgumentException("There is nothing to learn from.");
        Require(Smoothing is >= 0 and < 1, "smoothing", Smoothing, "0 to below 1");
        Require(Dropout is null or (>= 0 and < 1), "dropout", Dropout ?? 0, "0 to below 1");
        Require(Split.HoldoutShare is >= 0 and <= 0.9, "share kept aside", Split.HoldoutShare, "0 to 0.9");
        Require(Split.Folds is 0 or (>= 2 and <= 20), "number of folds", Split.Folds, "0, or 2 to 20");
        Require(Teacher is null or { Share: > 0 and <= 1 }, "teacher's share", Teacher?.Share ?? 0, "more than 0, at most 1");
        Require(Teacher is null or { Temperature: >= 1 and <= 20 }, "teacher's temperature", Teacher?.Temperature ?? 1, "1 to 20");
        Require(Balance.Share is > 0 and <= 1, "share of resampling", Balance.Share, "more than 0, at most 1");
        if (Split is { Folds: > 0, ValidateOn: not null }) throw new ArgumentException("Folds keep each row aside once, and an official split always the same rows. Use one of them.");
        if (Training.Patience > 0 && Split is { HoldoutShare: 0, Folds: 0, ValidateOn: null }) throw new ArgumentException("Whether to end early is judged on rows kept aside. Keep some aside, or let it run to the end.");
        if (CalibrationPath is not null && Split is not { HoldoutShare: 0, Folds: 0, ValidateOn: null }) throw new ArgumentException("The calibration is fitted on the rows kept aside. Take it from another model only where none are.");
        Mixing.Validate();
        Augmentation.Validate();
        Training.Validate();
    }

    private static void Require(bool holds, string name, double value, string expected)
    {
        if (!holds) throw new ArgumentException(FormattableString.Invariant($"The {name} is {value}; expected {expected}."));
    }
}

/// <summary>Which rows are learned from and which are kept aside.</summary>
public sealed record SplitOptions
{
    /// <summary>
    /// The usage to learn from. Null takes <c>Training</c> where a data set names usages, and every row where it does not.
    /// </summary>
    public string? Usage { get; init; }

    /// <summary>A usage to choose by, an official split; null draws the rows kept aside from those learned from.</summary>
    public string? ValidateOn { get; init; }

    /// <summary>Share of the rows kept aside to choose epoch, temperature and threshold by; 0 trains on all. Default 0.1.</summary>
    public double HoldoutShare { get; init; } = 0.1;

    /// <summary>Trains this many times, each time with another part kept aside; 0 trains once.</summary>
    public int Folds { get; init; }

    /// <summary>The seed of the draw; apart from the training's own, so that runs of other seeds can be compared on the same rows.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>Other models, larger or several, whose mean answer is learned as well (Hinton et al. 2015).</summary>
/// <param name="ModelPaths">ONNX models that <c>--model</c> would take, one or more.</param>
/// <param name="Share">Share of its answers in the loss, above 0 to 1.</param>
/// <param name="Temperature">What both sides' logits are divided by when they are compared, 1 to 20.</param>
public sealed record TeacherOptions(IReadOnlyList<string> ModelPaths, double Share = 0.5, double Temperature = 2)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"teacher {string.Join(" and ", ModelPaths.Select(Path.GetFileName))} share {Share} temperature {Temperature}");
}

/// <summary>How often rare classes are seen.</summary>
public enum ResamplingKind
{
    /// <summary>As often as they occur.</summary>
    None,

    /// <summary>Rows of rare classes are repeated.</summary>
    Oversample,

    /// <summary>After training, the heads are trained again on embeddings with synthetic ones between neighbours (SMOTE).</summary>
    Smote,

    /// <summary>Synthetic pictures between neighbours are added before training; for comparison.</summary>
    SmotePixels,
}

/// <summary>How rare expressions are made to count.</summary>
public sealed record BalanceOptions
{
    /// <summary>How much a row of each class counts in the loss.</summary>
    public Resampling.ClassWeighting Weights { get; init; }

    /// <summary>How often rare classes are seen.</summary>
    public ResamplingKind Resampling { get; init; }

    /// <summary>To what share of the largest class the others are brought by resampling, above 0 to 1. Default 0.5.</summary>
    public double Share { get; init; } = 0.5;
}

/// <summary>What turns logits into what is said.</summary>
/// <param name="Temperature">Logits are divided by it (Guo et al. 2017).</param>
/// <param name="Unsure">When a face is answered as "unsure".</param>
public sealed record EmotionCalibration(double Temperature, UnsureRule Unsure);

/// <summary>
/// From a detector's box to the classifier's square. The defaults were fitted on the 2,499 rows of FER2013's Training that were
/// kept aside, pasted at 60 to 200 px into drawn 640 x 480 rooms, found by the detector and read: of six scales (0.95 to 1.2)
/// and five shifts (-0.04 to 0.04) these lost nothing against the squares themselves (87.8 % right of those found, 87.7 %).
/// </summary>
/// <param name="Scale">Side of the square as a multiple of the longer side of the box.</param>
/// <param name="ShiftY">How far its centre lies below the box's, as a share of the box's height.</param>
public sealed record FaceCropFit(double Scale = 1, double ShiftY = 0.02);
