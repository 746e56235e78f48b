using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Detection;

/// <summary>
/// One of the detector's maps. The cell (row, column) with offsets dx, dy, dw, dh stands for the box with centre
/// <c>((column + 0.5 + dx) · Stride, (row + 0.5 + dy) · Stride)</c>, width <c>NaturalPixels · exp(dw)</c> and height
/// <c>NaturalPixels · exp(dh)</c>.
/// </summary>
/// <param name="Stride">Pixels from one cell to the next.</param>
/// <param name="Rows">Cells down.</param>
/// <param name="Columns">Cells across.</param>
public readonly record struct DetectionLevel(int Stride, int Rows, int Columns)
{
    /// <summary>Side, in strides, of the box that dw = dh = 0 stands for.</summary>
    public const int BoxBase = 4;

    /// <summary>Side, in pixels, of the box that dw = dh = 0 stands for.</summary>
    public int NaturalPixels => BoxBase * Stride;

    /// <summary>Cells in all.</summary>
    public int Cells => Rows * Columns;

    /// <summary>Writes the offsets dx, dy, dw, dh with which a cell stands for a box.</summary>
    public void Encode(FaceBox box, int row, int column, Span<float> offsets)
    {
        offsets[0] = (float)((box.CentreX / Stride) - column - 0.5);
        offsets[1] = (float)((box.CentreY / Stride) - row - 0.5);
        offsets[2] = (float)Math.Log(box.Width / NaturalPixels);
        offsets[3] = (float)Math.Log(box.Height / NaturalPixels);
    }

    /// <summary>The box a cell stands for with these offsets.</summary>
    public FaceBox Decode(int row, int column, ReadOnlySpan<float> offsets) => FaceBoxes.Around(
        (column + 0.5 + offsets[0]) * Stride, (row + 0.5 + offsets[1]) * Stride, NaturalPixels * Math.Exp(offsets[2]), NaturalPixels * Math.Exp(offsets[3]));
}

/// <summary>The detector's maps over a canvas.</summary>
public sealed class DetectionGrid
{
    /// <summary>The strides of the three maps, in pixels.</summary>
    public static IReadOnlyList<int> Strides { get; } = [8, 16, 32];

    /// <summary>The maps over a canvas whose sides are multiples of 32.</summary>
    public DetectionGrid(int width, int height)
    {
        if (width < 32 || height < 32 || width % 32 != 0 || height % 32 != 0)
            throw new ArgumentException($"A canvas of {width} x {height} pixels does not fit; its sides must be multiples of 32.");
        (Width, Height) = (width, height);
        Levels = [.. Strides.Select(s => new DetectionLevel(s, height / s, width / s))];
    }

    /// <summary>Width of the canvas in pixels.</summary>
    public int Width { get; }

    /// <summary>Height of the canvas in pixels.</summary>
    public int Height { get; }

    /// <summary>The maps, finest first.</summary>
    public IReadOnlyList<DetectionLevel> Levels { get; }
}
