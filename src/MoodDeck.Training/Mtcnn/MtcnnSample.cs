namespace MoodDeck.Training.Mtcnn;

/// <summary>What a training window shows.</summary>
internal enum MtcnnKind
{
    /// <summary>No face: teaches the score.</summary>
    Background,
    /// <summary>Part of a face, or one badly framed: teaches the offsets.</summary>
    Part,
    /// <summary>A face: teaches both.</summary>
    Face,
}

/// <summary>A training window.</summary>
/// <param name="Pixels">Grey values, row by row, of the network's side.</param>
/// <param name="Kind">What it shows.</param>
/// <param name="Offsets">The offsets to the face; all zero for background.</param>
internal sealed record MtcnnSample(byte[] Pixels, MtcnnKind Kind, float[] Offsets);
