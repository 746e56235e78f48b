using MoodDeck.Training.Data;

namespace MoodDeck.Training.Expressions.Heads;

/// <summary>One thing an expression network says of a face: what a picture's row teaches it, its loss, and how it is judged.</summary>
internal abstract class ExpressionHead(string name, int width, int batchSize)
{
    /// <summary>Name of the network's output.</summary>
    public string Name { get; } = name;

    /// <summary>Numbers per picture.</summary>
    public int Width { get; } = width;

    /// <summary>What the batch's pictures should give, <c>[batch, Width]</c>.</summary>
    public float[] Targets { get; } = new float[batchSize * width];

    /// <summary>How much each of the batch's pictures counts; 0 for one that teaches this head nothing.</summary>
    public float[] Weights { get; } = new float[batchSize];

    /// <summary>The gradient of the last loss.</summary>
    protected Tensor Gradient { get; } = new();

    /// <summary>Writes what a row teaches at a place of the batch.</summary>
    public void Aim(FaceImageSet set, int row, int place) => Weights[place] = Teach(set, row, Targets.AsSpan(place * Width, Width));

    /// <summary>Whether a row teaches this head anything.</summary>
    public abstract bool Knows(FaceImageSet set, int row);

    /// <summary>The loss of a batch's outputs <c>[batch, 1, 1, Width]</c> and its gradient, valid until the next call.</summary>
    public abstract (double Loss, Tensor Gradient) Loss(Tensor output);

    /// <summary>A judge of this head's outputs on rows kept aside.</summary>
    public abstract IHeadJudge Judge(FaceImageSet set);

    /// <summary>Writes what a row should give and returns how much it counts, 0 for one that teaches nothing.</summary>
    public abstract float Teach(FaceImageSet set, int row, Span<float> target);
}

/// <summary>Gathers a head's outputs row by row and sums them up.</summary>
internal interface IHeadJudge
{
    /// <summary>Takes one row's outputs.</summary>
    void Add(int row, ReadOnlySpan<float> output);

    /// <summary>What the best epoch is chosen by, 0 to 1, higher is better; null when no row counted.</summary>
    double? Score { get; }

    /// <summary>Decides between epochs of the same score; lower is better, 0 where the score decides alone.</summary>
    double Loss { get; }

    /// <summary>Named figures to show.</summary>
    IEnumerable<(string Name, double Value)> Figures { get; }
}
