using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Expressions;

/// <summary>Reads expressions. Safe for concurrent use.</summary>
public interface IEmotionClassifier : IDisposable
{
    /// <summary>A short name of the model, for reports.</summary>
    string Name { get; }

    /// <summary>
    /// Its name and a digest of its file: vectors of one model mean nothing to another, whatever the two are called.
    /// </summary>
    string ModelId { get; }

    /// <summary>Width of a crop in pixels.</summary>
    int CropWidth { get; }

    /// <summary>Height of a crop in pixels.</summary>
    int CropHeight { get; }

    /// <summary>When a face is answered as "unsure".</summary>
    UnsureRule Unsure { get; }

    /// <summary>The part of a picture that is read for a face.</summary>
    SampleWindow WindowOf(FaceBox face);

    /// <summary>Reads crops.</summary>
    /// <param name="crops">Luma in 0..255, [N, <see cref="CropHeight"/>, <see cref="CropWidth"/>]; N may be 0.</param>
    /// <returns>One prediction for each crop.</returns>
    /// <exception cref="ArgumentException">The length is not a multiple of a crop's.</exception>
    /// <exception cref="VisionModelException">The model cannot be run, or gave something that is not as many numbers as it should.</exception>
    IReadOnlyList<EmotionPrediction> Classify(ReadOnlySpan<float> crops);
}
