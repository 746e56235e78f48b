using MoodDeck.Vision.Expressions;

namespace MoodDeck.Vision.Personal;

/// <summary>
/// What is known of one listener's face: how it looks at rest, and what it was said to show where the general model was
/// wrong. It applies to predictions of the models its numbers come from and leaves those of others as they are. Immutable.
/// </summary>
public sealed class PersonalFace
{
    private readonly Dictionary<string, PersonalHead> _heads = new(StringComparer.Ordinal);

    /// <summary>Learns from what is stored about a listener.</summary>
    /// <param name="rests">Resting faces, at most one for a model; of several the last counts.</param>
    /// <param name="corrections">Corrections of any models, oldest first.</param>
    /// <param name="options">How far they move a reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public PersonalFace(IReadOnlyCollection<RestingFace> rests, IReadOnlyCollection<FaceCorrection> corrections, PersonalFaceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rests);
        ArgumentNullException.ThrowIfNull(corrections);
        options ??= new();
        options.Validate();
        foreach (var model in rests.Select(r => r.ModelId).Union(corrections.Select(c => c.ModelId), StringComparer.Ordinal))
            _heads[model] = new(rests.LastOrDefault(r => r.ModelId == model), [.. corrections.Where(c => c.ModelId == model)], options);
    }

    /// <summary>Nobody's face: it changes nothing.</summary>
    public static PersonalFace None { get; } = new([], []);

    /// <summary>Whether it changes predictions of this model, see <see cref="IEmotionClassifier.ModelId"/>.</summary>
    public bool Knows(string modelId) => _heads.ContainsKey(modelId);

    /// <summary>What the model said, as it is to be understood on this listener's face; the prediction itself where nothing is known.</summary>
    /// <param name="prediction">A prediction, adjusted already or not: always what the model itself said is adjusted.</param>
    /// <param name="rule">When the adjusted prediction is "unsure", the classifier's <see cref="IEmotionClassifier.Unsure"/>.</param>
    public EmotionPrediction Adjust(EmotionPrediction prediction, UnsureRule rule)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(rule);
        var general = prediction.BeforeListener ?? prediction;
        return _heads.TryGetValue(general.ModelId, out var head) ? head.Adjust(general, rule) : general;
    }
}
