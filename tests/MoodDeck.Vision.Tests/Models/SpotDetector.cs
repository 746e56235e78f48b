using System.Globalization;
using MoodDeck.Onnx.Tests;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Tests.Models;

/// <summary>
/// A face model without training: a bright cell of 16 x 16 pixels is a face 32 pixels wide and 48 high around it. Maps of
/// strides 8 and 32 are there and never fire.
/// </summary>
internal static class SpotDetector
{
    public const int Cell = 16, FaceWidth = 32, FaceHeight = 48;

    public static TinyOnnx Model()
    {
        TinyOnnx model = new TinyOnnx().Input("image", [1, 1, -1, -1])
            .Metadata("mooddeck.mean", "0").Metadata("mooddeck.std", "255").Metadata("mooddeck.strides", "8,16,32")
            .Metadata("mooddeck.boxBase", "2").Metadata("mooddeck.threshold", "0.5").Metadata("mooddeck.name", "spots");
        foreach (var stride in (int[])[8, Cell, 32])
        {
            var s = stride.ToString(CultureInfo.InvariantCulture);
            // exp(0) * 2 strides = 32 pixels wide, exp(ln 1.5) * 2 strides = 48 pixels high, for stride 16.
            model.Output("score" + s, [1, 1, -1, -1]).Output("box" + s, [1, 4, -1, -1])
                .Constant("gain" + s, [1], stride == Cell ? 40 : 0).Constant("least" + s, [1], stride == Cell ? -32 : -10)
                .Constant("zero" + s, [4, 1, 1, 1], 0, 0, 0, 0).Constant("offsets" + s, [4], 0, 0, 0, MathF.Log(1.5f))
                .Node("AveragePool", ["image"], "mean" + s, ("kernel_shape", [stride, stride]), ("strides", [stride, stride]))
                .Node("Mul", ["mean" + s, "gain" + s], "scaled" + s).Node("Add", ["scaled" + s, "least" + s], "score" + s)
                .Node("Conv", ["mean" + s, "zero" + s, "offsets" + s], "box" + s);
        }

        return model;
    }

    /// <summary>A dark picture with a bright cell at each of these cell positions.</summary>
    public static Image Picture(int width, int height, params (int Column, int Row)[] spots)
    {
        Image image = new(width, height);
        image.Fill(new(20, 20, 20));
        foreach (var (column, row) in spots)
            for (var y = 0; y < Cell; y++)
                for (var x = 0; x < Cell; x++) image[(column * Cell) + x, (row * Cell) + y] = Rgb.White;
        return image;
    }
}
