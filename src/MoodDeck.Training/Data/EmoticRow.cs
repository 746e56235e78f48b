using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Data;

/// <summary>A person of EMOTIC's annotations.</summary>
/// <param name="Line">The 1-based line.</param>
/// <param name="Picture">The picture's name with its folder.</param>
/// <param name="CropArray">The NumPy file of the person's own picture, in the layout that has such files; else null.</param>
/// <param name="Box">The person's box in pixels of the picture.</param>
/// <param name="Vad">Valence, arousal and dominance in [-1, 1], NaN where unknown.</param>
/// <param name="Usage">The usage the row names, or empty.</param>
internal readonly record struct EmoticRow(int Line, string Picture, string? CropArray, FaceBox Box, float[] Vad, string Usage)
{
    /// <summary>Where the row stands, for people.</summary>
    public string Where => FormattableString.Invariant($"line {Line}: {Picture}");
}
