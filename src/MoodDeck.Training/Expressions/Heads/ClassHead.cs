using System.Numerics.Tensors;
using MoodDeck.Core.Mood;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Data;
using MoodDeck.Training.Losses;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Resampling;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Expressions.Heads;

/// <summary>
/// A head of class logits: the eight emotions with the votes' shares as soft labels, or FER2013's seven with smoothed
/// labels. A teacher's softened answers may count beside them (Hinton et al. 2015).
/// </summary>
internal sealed class ClassHead : ExpressionHead
{
    private readonly ClassHeadOptions _options;
    private readonly float[]? _classWeights;

    private ClassHead(string name, int classes, int batchSize, ClassHeadOptions options, float[]? classWeights)
        : base(name, classes, batchSize) => (_options, _classWeights) = (options, classWeights);

    /// <summary>The teacher's answers for the batch, as probabilities <c>[batch, Width]</c>; null without a teacher.</summary>
    public float[]? Taught { get; set; }

    /// <summary>The classes by name, in the order of the outputs.</summary>
    public IReadOnlyList<string> ClassNames => Name == ExpressionHeads.FerPlus ? Emotions.Names : ExpressionLabels.Fer2013;

    /// <summary>The expressions that the outputs stand for, in their order.</summary>
    public IReadOnlyList<Emotion> Expressions => Name == ExpressionHeads.FerPlus ? Emotions.All : ExpressionLabels.Fer2013Emotions;

    /// <summary>A head on votes.</summary>
    public static ClassHead FerPlus(int batchSize, ClassHeadOptions options, float[]? classWeights) =>
        new(ExpressionHeads.FerPlus, Emotions.Count, batchSize, options, classWeights);

    /// <summary>A head on FER2013's labels.</summary>
    public static ClassHead Fer2013(int batchSize, ClassHeadOptions options, float[]? classWeights) =>
        new(ExpressionHeads.Fer2013, ExpressionLabels.Fer2013.Count, batchSize, options, classWeights);

    /// <summary>The same head for single rows, with other weights of the classes.</summary>
    public ClassHead WeightedBy(float[]? classWeights) => new(Name, Width, 1, _options, classWeights);

    /// <summary>The class a row is counted under, or <see cref="Data.FerPlus.Dropped"/>.</summary>
    public int ClassOf(FaceImageSet set, int row, FerPlusProtocol protocol)
    {
        if (Name == ExpressionHeads.FerPlus) return set.Votes is null ? Data.FerPlus.Dropped : Data.FerPlus.LabelOf(set.VotesOf(row), protocol);
        return set.Labels[row] == FaceImageSet.NoLabel ? Data.FerPlus.Dropped : set.Labels[row];
    }

    /// <inheritdoc/>
    public override bool Knows(FaceImageSet set, int row) => ClassOf(set, row, FerPlusProtocol.Plurality) != Data.FerPlus.Dropped;

    /// <inheritdoc/>
    public override (double Loss, Tensor Gradient) Loss(Tensor output)
    {
        if (Taught is null) return (SoftmaxCrossEntropy.Run(output, Targets, Weights, Gradient), Gradient);
        var share = _options.TeacherShare;
        var loss = SoftmaxCrossEntropy.Run(output, Targets, Weights, Gradient, 1 - share);
        loss += Distillation.Add(output, Taught, Gradient, _options.TeacherTemperature, share);
        return (loss, Gradient);
    }

    /// <inheritdoc/>
    public override IHeadJudge Judge(FaceImageSet set) => new ClassJudge(this, set);

    /// <inheritdoc/>
    public override float Teach(FaceImageSet set, int row, Span<float> target)
    {
        var weight = Name == ExpressionHeads.FerPlus ? Votes(set, row, target) : Label(set.Labels[row], target);
        if (_classWeights is null || weight == 0) return weight;
        return weight * ClassWeights.OfRow(target, _classWeights);
    }

    private static float Votes(FaceImageSet set, int row, Span<float> target)
    {
        if (set.Votes is not null) return Data.FerPlus.SoftTarget(set.VotesOf(row), target);
        target.Fill(1f / Emotions.Count);
        return 0;
    }

    private float Label(byte label, Span<float> target)
    {
        target.Fill(_options.Smoothing / Width);
        if (label == FaceImageSet.NoLabel)
        {
            target.Fill(1f / Width);
            return 0;
        }

        target[label] += 1 - _options.Smoothing;
        return 1;
    }

    // Judged as published: by the strict majority of the votes, by the label as it stands.
    private sealed class ClassJudge(ClassHead head, FaceImageSet set) : IHeadJudge
    {
        private readonly double[] _probabilities = new double[head.Width];
        private int _rows;
        private int _right;
        private double _loss;

        public double? Score => _rows == 0 ? null : (double)_right / _rows;

        public double Loss => _rows == 0 ? 0 : _loss / _rows;

        public IEnumerable<(string Name, double Value)> Figures =>
            _rows == 0 ? [] : [(head.Name, (double)_right / _rows), ($"{head.Name} loss", Loss)];

        public void Add(int row, ReadOnlySpan<float> output)
        {
            var truth = head.ClassOf(set, row, FerPlusProtocol.Strict);
            if (truth == Data.FerPlus.Dropped) return;
            _rows++;
            if (TensorPrimitives.IndexOfMax(output) == truth) _right++;
            Calibration.Softmax(output, 1, _probabilities);
            _loss -= Math.Log(Math.Max(_probabilities[truth], 1e-12));
        }
    }
}

/// <summary>How a class head learns.</summary>
/// <param name="Smoothing">Label smoothing of hard labels (Szegedy et al. 2016), 0 to below 1.</param>
/// <param name="TeacherShare">Share of a teacher's answers in the loss, 0 to 1.</param>
/// <param name="TeacherTemperature">What both sides' logits are divided by when they are compared, at least 1.</param>
internal sealed record ClassHeadOptions(float Smoothing, double TeacherShare, double TeacherTemperature);
