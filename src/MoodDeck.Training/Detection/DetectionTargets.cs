using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Detection;

/// <summary>
/// Says what each cell of a map should answer. A face is learnt on every map whose natural box size is within a factor of
/// two of the face's (square root of its area), at least on the nearest; there by the cells around its centre, at most
/// three by three. The ring of cells around these, the same cells of a map that is only just too fine or too coarse, and
/// all cells inside an ignore region are left out of the loss.
/// </summary>
public static class DetectionTargets
{
    /// <summary>Score target of a cell that shows a face.</summary>
    public const float Face = 1;

    /// <summary>Score target of a cell that shows none.</summary>
    public const float Background = 0;

    /// <summary>Score target of a cell that is left out of the loss.</summary>
    public const float Ignore = -1;

    // Factors between a face's size and a map's natural size: learnt up to the first, left out up to the second.
    private const double LearntFactor = 2;
    private const double IgnoredFactor = 2.5;

    // Half the width of the learnt zone and of the ring, as a share of the face and at most in cells.
    private const double LearntShare = 0.3;
    private const double LearntCells = 1.5;
    private const double RingShare = 0.5;
    private const double RingCells = 2.5;

    /// <summary>Fills the targets of one map for one picture.</summary>
    /// <param name="level">The map.</param>
    /// <param name="faces">The faces and ignore regions, in pixels of the canvas.</param>
    /// <param name="scores">Receives <c>[Rows, Columns]</c>: <see cref="Face"/>, <see cref="Background"/> or <see cref="Ignore"/>.</param>
    /// <param name="offsets">Receives <c>[Rows, Columns, 4]</c>: dx, dy, dw, dh; zero where there is no face.</param>
    public static void Assign(DetectionLevel level, IReadOnlyList<CanvasFace> faces, Span<float> scores, Span<float> offsets)
    {
        ArgumentNullException.ThrowIfNull(faces);
        scores = scores[..level.Cells];
        offsets = offsets[..(level.Cells * 4)];
        scores.Clear(); // Background
        offsets.Clear();
        foreach (var face in faces)
        {
            var distance = SizeFactor(level.NaturalPixels, face.Box);
            if (face.Ignore) Mark(level, face.Box, 0.5, double.PositiveInfinity, scores);
            else if (distance <= LearntFactor || IsNearest(level, face.Box)) Mark(level, face.Box, RingShare, RingCells, scores);
            else if (distance <= IgnoredFactor) Mark(level, face.Box, LearntShare, LearntCells, scores);
        }

        Learn(level, faces, scores, offsets);
    }

    private static void Learn(DetectionLevel level, IReadOnlyList<CanvasFace> faces, Span<float> scores, Span<float> offsets)
    {
        for (var row = 0; row < level.Rows; row++)
        {
            for (var column = 0; column < level.Columns; column++)
            {
                // Of several faces that claim a cell, the one whose centre is nearest in terms of its own size gets it.
                var (best, nearest) = (-1, double.PositiveInfinity);
                for (var i = 0; i < faces.Count; i++)
                {
                    if (faces[i].Ignore || !Learns(level, faces[i].Box) || !InZone(level, faces[i].Box, row, column, LearntShare, LearntCells)) continue;
                    var (x, y) = FromCentre(level, faces[i].Box, row, column);
                    var distance = double.Hypot(x / faces[i].Box.Width, y / faces[i].Box.Height);
                    if (distance < nearest) (best, nearest) = (i, distance);
                }

                if (best < 0) continue;
                var cell = (row * level.Columns) + column;
                scores[cell] = Face;
                level.Encode(faces[best].Box, row, column, offsets.Slice(cell * 4, 4));
            }
        }
    }

    private static void Mark(DetectionLevel level, FaceBox box, double share, double cells, Span<float> scores)
    {
        for (var row = 0; row < level.Rows; row++)
            for (var column = 0; column < level.Columns; column++)
                if (InZone(level, box, row, column, share, cells)) scores[(row * level.Columns) + column] = Ignore;
    }

    private static bool InZone(DetectionLevel level, FaceBox box, int row, int column, double share, double cells)
    {
        var (x, y) = FromCentre(level, box, row, column);
        if (Math.Abs(x) < Math.Min(share * box.Width, cells * level.Stride) && Math.Abs(y) < Math.Min(share * box.Height, cells * level.Stride)) return true;
        return row == Cell(box.CentreY, level.Stride, level.Rows) && column == Cell(box.CentreX, level.Stride, level.Columns);
    }

    private static (double X, double Y) FromCentre(DetectionLevel level, FaceBox box, int row, int column) =>
        (((column + 0.5) * level.Stride) - box.CentreX, ((row + 0.5) * level.Stride) - box.CentreY);

    private static int Cell(double centre, int stride, int cells) => Math.Clamp((int)Math.Floor(centre / stride), 0, cells - 1);

    private static bool Learns(DetectionLevel level, FaceBox box) => SizeFactor(level.NaturalPixels, box) <= LearntFactor || IsNearest(level, box);

    private static bool IsNearest(DetectionLevel level, FaceBox box)
    {
        foreach (var stride in DetectionGrid.Strides)
            if (SizeFactor(DetectionLevel.BoxBase * stride, box) < SizeFactor(level.NaturalPixels, box)) return false;
        return true;
    }

    private static double SizeFactor(double natural, FaceBox box) => Math.Max(natural / box.Size(), box.Size() / natural);
}
