using MoodDeck.Training.Data;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Faces;

/// <summary>
/// FER2013's 48 x 48 squares as pictures with one face each. The squares are registered so that the face sits at about the
/// same place and size in all of them (Goodfellow et al. 2013), so one box serves for all: the median of what MoodDeck's
/// first detector found in 1,969 of 2,040 Training rows, measured by <c>bench/detectors/square_box.py</c>.
/// </summary>
public static class SquareFaces
{
    /// <summary>The source that the pictures name.</summary>
    public const string Source = "squares";

    /// <summary>The box of the face, in shares of the square's side.</summary>
    public static FaceBox Box { get; } = new(0.117, 0.029, 0.768, 0.942);

    /// <summary>Reads the Training rows of a FER2013 file, or all rows where it names no usage.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is damaged or too many rows are bad.</exception>
    public static IReadOnlyList<DetectionImage> Read(string csvPath)
    {
        var set = Fer2013Reader.Read(csvPath);
        var rows = set.RowsOf(set.HasUsage("Training") ? "Training" : null);
        return [.. rows.Select(row => new DetectionImage(
            set.NameOf(row), Source, new GreyImage(FaceImageSet.Side, FaceImageSet.Side, set.Image(row)), [Box.ScaledBy(FaceImageSet.Side)]))];
    }
}
