namespace MoodDeck.Vision.Faces;

/// <summary>
/// Turns the detector's maps into boxes. For the cell (row, col) of the map of stride s, with logits score and offsets
/// dx, dy, dw, dh: centre = ((col + 0.5 + dx) s, (row + 0.5 + dy) s), width = s base exp(dw), height = s base exp(dh),
/// probability = sigmoid(score).
/// </summary>
/// <param name="boxBase">Side of the box that dw = dh = 0 stands for, in strides.</param>
/// <param name="threshold">Least probability, in (0, 1).</param>
public sealed class FaceBoxDecoder(double boxBase, double threshold)
{
    // exp(8) strides are wider than any picture; what lies beyond is noise.
    private const float LargestLogSize = 8;

    private readonly float _leastLogit = (float)Math.Log(threshold / (1 - threshold));

    /// <summary>Adds the boxes of one map, in pixels of the network's input, unclipped.</summary>
    /// <param name="stride">Pixels from one cell to the next.</param>
    /// <param name="columns">Width of the map in cells.</param>
    /// <param name="rows">Height of the map in cells.</param>
    /// <param name="scores">Logits, [rows, columns].</param>
    /// <param name="offsets">dx, dy, dw, dh, [4, rows, columns].</param>
    /// <param name="faces">Receives the boxes.</param>
    /// <exception cref="ArgumentException">A map has another size.</exception>
    public void Decode(int stride, int columns, int rows, ReadOnlySpan<float> scores, ReadOnlySpan<float> offsets, ICollection<DetectedFace> faces)
    {
        ArgumentNullException.ThrowIfNull(faces);
        var cells = columns * rows;
        if (scores.Length != cells) throw new ArgumentException($"Expected {cells} scores, got {scores.Length}.", nameof(scores));
        if (offsets.Length != 4 * cells) throw new ArgumentException($"Expected {4 * cells} offsets, got {offsets.Length}.", nameof(offsets));
        for (var i = 0; i < cells; i++)
        {
            if (!(scores[i] >= _leastLogit)) continue;
            float dx = offsets[i], dy = offsets[cells + i], dw = offsets[(2 * cells) + i], dh = offsets[(3 * cells) + i];
            if (!float.IsFinite(dx + dy + dw + dh)) continue;
            double x = (i % columns) + 0.5 + dx, y = (i / columns) + 0.5 + dy;
            var width = boxBase * Math.Exp(Math.Clamp(dw, -LargestLogSize, LargestLogSize));
            var height = boxBase * Math.Exp(Math.Clamp(dh, -LargestLogSize, LargestLogSize));
            FaceBox box = new(x - (width / 2), y - (height / 2), width, height);
            faces.Add(new(box.ScaledBy(stride), 1 / (1 + Math.Exp(-scores[i]))));
        }
    }
}
