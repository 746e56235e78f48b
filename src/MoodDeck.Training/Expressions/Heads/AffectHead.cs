using MoodDeck.Training.Architectures;
using MoodDeck.Training.Data;
using MoodDeck.Training.Losses;
using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Expressions.Heads;

/// <summary>A head of valence, arousal and dominance, each in -1..1.</summary>
internal sealed class AffectHead(int batchSize) : ExpressionHead(ExpressionHeads.Vad, Dimensions.Count, batchSize)
{
    /// <summary>The dimensions in the output's order.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = ["valence", "arousal", "dominance"];

    /// <summary>Whether a row tells any of the three; what it does not tell is NaN among its targets and does not count.</summary>
    public override bool Knows(FaceImageSet set, int row) => set.Vad is not null && set.VadOf(row).ContainsAnyInRange(-1, 1);

    /// <inheritdoc/>
    public override (double Loss, Tensor Gradient) Loss(Tensor output) => (MeanSquaredError.Run(output, Targets, Weights, Gradient), Gradient);

    /// <inheritdoc/>
    public override IHeadJudge Judge(FaceImageSet set) => new AffectJudge(this, set);

    /// <inheritdoc/>
    public override float Teach(FaceImageSet set, int row, Span<float> target)
    {
        if (!Knows(set, row))
        {
            target.Clear();
            return 0;
        }

        set.Vad.AsSpan(row * Width, Width).CopyTo(target);
        return 1;
    }

    private sealed class AffectJudge(AffectHead head, FaceImageSet set) : IHeadJudge
    {
        private readonly List<float> _said = [];
        private readonly List<float> _true = [];

        // A concordance below 0 is no better than none.
        public double? Score => _true.Count == 0 ? null : Math.Max(0, Concordances().Average());

        public double Loss => 0;

        public IEnumerable<(string Name, double Value)> Figures =>
            _true.Count == 0 ? [] : Dimensions.Zip(Concordances(), (name, ccc) => ($"{name} CCC", ccc));

        public void Add(int row, ReadOnlySpan<float> output)
        {
            if (!head.Knows(set, row)) return;
            _said.AddRange(output);
            _true.AddRange(set.Vad.AsSpan(row * head.Width, head.Width));
        }

        private IEnumerable<double> Concordances() => Enumerable.Range(0, Dimensions.Count).Select(d =>
            RegressionMetrics.Of(Column(_true, d), Column(_said, d)).Concordance ?? 0);

        private static float[] Column(List<float> values, int dimension) =>
            [.. Enumerable.Range(0, values.Count / Dimensions.Count).Select(i => values[(i * Dimensions.Count) + dimension])];
    }
}
