using MoodDeck.Core.Mood;
using MoodDeck.Onnx;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Expressions;

/// <summary>Reads expressions with a convolutional network, ours or the user's own.</summary>
public sealed class EmotionClassifier : IEmotionClassifier
{
    private readonly ExpressionModel _model;
    private readonly EmotionModelContract _contract;

    private EmotionClassifier(ExpressionModel model, EmotionClassifierOptions options) =>
        (_model, _contract, Unsure) = (model, model.Contract, options.UnsureBelow is { } least ? new(least) : model.Contract.Unsure);

    /// <inheritdoc/>
    public string Name => _model.Metadata.Name;

    /// <inheritdoc/>
    public string ModelId => _model.Id;

    /// <inheritdoc/>
    public int CropWidth => _contract.Width;

    /// <inheritdoc/>
    public int CropHeight => _contract.Height;

    /// <summary>What logits are divided by, so that probabilities mean what they say (Guo et al. 2017).</summary>
    public double Temperature => _contract.Temperature;

    /// <inheritdoc/>
    public UnsureRule Unsure { get; }

    /// <summary>Opens an emotion model; metadata it lacks may stand in <c>MODEL.onnx.json</c> beside it.</summary>
    /// <exception cref="VisionModelException">
    /// The file is missing, or is not an emotion model, or tells no expressions; the message says why.
    /// </exception>
    public static EmotionClassifier Open(string modelPath, EmotionClassifierOptions? options = null)
    {
        options ??= new();
        return new(ExpressionModel.Open(modelPath, options, RequireExpressions), options);
    }

    /// <inheritdoc/>
    public SampleWindow WindowOf(FaceBox face) => _contract.WindowOf(face);

    /// <inheritdoc/>
    public IReadOnlyList<EmotionPrediction> Classify(ReadOnlySpan<float> crops)
    {
        var results = new EmotionPrediction[_model.Count(crops)];
        _model.Run(crops, (outputs, first, count) =>
        {
            for (var i = 0; i < count; i++) results[first + i] = Read(outputs, i);
        });
        return results;
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private static void RequireExpressions(ModelMetadata metadata, EmotionModelContract contract)
    {
        if (!contract.TellsExpressions)
            throw metadata.Refuse("it tells valence, arousal and dominance but no expression, and the player names expressions. Train it with labels or votes of expressions as well; as it is, it can only be evaluated.");
    }

    private EmotionPrediction Read(OnnxTensor[] outputs, int face)
    {
        var fer2013 = _contract.Fer2013 is { } seven ? Softmax(_model.Row(outputs, seven, face)) : null;
        var scores = _contract.FerPlus is { } eight ? EmotionScores.FromWeights(Softmax(_model.Row(outputs, eight, face))) : FromSeven(fer2013!);
        return new(scores, fer2013, Unsure.Holds(scores))
        {
            Vad = _contract.Vad is { } axes ? VadReader.Read(_model.Row(outputs, axes, face)) : null,
            ModelId = ModelId,
            Embedding = _contract.Embedding is { } index ? ExpressionModel.Copy(outputs[index], face) : default,
        };
    }

    // Softmax of logits divided by the temperature (Guo et al. 2017).
    private double[] Softmax(float[] logits)
    {
        var max = logits.Max();
        var weights = Array.ConvertAll(logits, l => Math.Exp((l - max) / _contract.Temperature));
        var sum = weights.Sum();
        return Array.ConvertAll(weights, w => w / sum);
    }

    // FER2013 knows no contempt; a model of its seven never says so.
    private static EmotionScores FromSeven(double[] seven)
    {
        Span<double> eight = stackalloc double[Emotions.Count];
        eight.Clear();
        for (var i = 0; i < seven.Length; i++) eight[(int)ExpressionLabels.Fer2013Emotions[i]] = seven[i];
        return EmotionScores.FromWeights(eight);
    }
}
