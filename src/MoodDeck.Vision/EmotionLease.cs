using MoodDeck.Vision.Expressions;

namespace MoodDeck.Vision;

/// <summary>The emotion classifier for the time of one reading: it stays open, and the same one, until this is disposed.</summary>
public sealed class EmotionLease : IDisposable
{
    private SharedModel<IEmotionClassifier>? _shared;

    internal EmotionLease(SharedModel<IEmotionClassifier> shared) => (_shared, Classifier) = (shared, shared.Model);

    /// <summary>The classifier.</summary>
    public IEmotionClassifier Classifier { get; }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _shared, null)?.Release();
}
