using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Expressions;

/// <summary>
/// Reads valence, arousal and dominance alone, from any emotion model with an output <c>vad</c>, also one that tells no
/// expressions and therefore cannot serve the player. Safe for concurrent use.
/// </summary>
public sealed class VadReader : IDisposable
{
    private readonly ExpressionModel _model;

    private VadReader(ExpressionModel model) => _model = model;

    /// <summary>A short name of the model, for reports.</summary>
    public string Name => _model.Metadata.Name;

    /// <summary>Width of a crop in pixels.</summary>
    public int CropWidth => _model.Contract.Width;

    /// <summary>Height of a crop in pixels.</summary>
    public int CropHeight => _model.Contract.Height;

    /// <summary>Opens an emotion model; metadata it lacks may stand in <c>MODEL.onnx.json</c> beside it.</summary>
    /// <exception cref="VisionModelException">
    /// The file is missing, or is not an emotion model, or has no output of valence, arousal and dominance; the message says why.
    /// </exception>
    public static VadReader Open(string modelPath, EmotionClassifierOptions? options = null) =>
        new(ExpressionModel.Open(modelPath, options ?? new(), RequireVad));

    /// <summary>Reads crops.</summary>
    /// <param name="crops">Luma in 0..255, [N, <see cref="CropHeight"/>, <see cref="CropWidth"/>]; N may be 0.</param>
    /// <returns>One point for each crop, moved into [-1, 1] where the model leaves that.</returns>
    /// <exception cref="ArgumentException">The length is not a multiple of a crop's.</exception>
    /// <exception cref="VisionModelException">The model cannot be run, or gave something that is not a number.</exception>
    public IReadOnlyList<Vad> Read(ReadOnlySpan<float> crops)
    {
        var results = new Vad[_model.Count(crops)];
        _model.Run(crops, (outputs, first, count) =>
        {
            for (var i = 0; i < count; i++) results[first + i] = Read(_model.Row(outputs, _model.Contract.Vad!, i));
        });
        return results;
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    internal static Vad Read(float[] axes) => new Vad(axes[0], axes[1], axes[2]).Clamp();

    private static void RequireVad(ModelMetadata metadata, EmotionModelContract contract)
    {
        if (contract.Vad is null)
            throw metadata.Refuse("it has no output \"vad\" [N, 3] with \"mooddeck.labels.vad\". Give a model that was trained on valence, arousal and dominance.");
    }
}
