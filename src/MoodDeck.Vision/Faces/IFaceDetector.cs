using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Faces;

/// <summary>How hard to look.</summary>
public enum FaceSearch
{
    /// <summary>Two looks at small copies of the picture: for camera frames.</summary>
    Quick,
    /// <summary>Three looks, one at a larger copy, which finds small faces: for photos.</summary>
    Thorough,
}

/// <summary>Finds faces. Safe for concurrent use.</summary>
public interface IFaceDetector : IDisposable
{
    /// <summary>A short name of the model, for reports.</summary>
    string Name { get; }

    /// <summary>The score from which a detection counts.</summary>
    double Threshold => 0.5;

    /// <summary>The faces of a picture, surest first, in its pixels and clipped to it.</summary>
    /// <exception cref="VisionModelException">The model cannot be run on it.</exception>
    IReadOnlyList<DetectedFace> Detect(GreyImage picture, FaceSearch search = FaceSearch.Quick);
}
