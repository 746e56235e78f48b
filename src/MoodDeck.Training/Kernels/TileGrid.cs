using System.Runtime.CompilerServices;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Kernels;

/// <summary>
/// The 4 x 4 tiles of a batch of pictures in one line, and where their pixels are. Pixels beyond a picture's border stand
/// at an address of their own: zeros to read, or a place to write what nobody wants.
/// </summary>
internal readonly unsafe struct TileGrid(Shape input, Shape output, int padding)
{
    private readonly int _columns = (output.W + WinogradTransforms.OutputSide - 1) / WinogradTransforms.OutputSide;

    /// <summary>Tiles of one picture.</summary>
    public int PerImage => (output.H + WinogradTransforms.OutputSide - 1) / WinogradTransforms.OutputSide * _columns;

    /// <summary>The 6 x 6 input pixels of a tile, row by row.</summary>
    public void InputPixels(float* data, int tile, float* beyond, float** at) =>
        Pixels(data, input, tile, -padding, WinogradTransforms.InputSide, beyond, at);

    /// <summary>Its 4 x 4 output pixels, row by row.</summary>
    public void OutputPixels(float* data, int tile, float* beyond, float** at) =>
        Pixels(data, output, tile, 0, WinogradTransforms.OutputSide, beyond, at);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pixels(float* data, in Shape s, int tile, int shift, int side, float* beyond, float** at)
    {
        int image = tile / PerImage, place = tile % PerImage;
        int top = (place / _columns * WinogradTransforms.OutputSide) + shift, left = (place % _columns * WinogradTransforms.OutputSide) + shift;
        for (var y = top; y < top + side; y++)
        {
            var row = data + ((((long)image * s.H) + y) * s.W * s.C);
            for (var x = left; x < left + side; x++)
                *at++ = (uint)y < (uint)s.H && (uint)x < (uint)s.W ? row + ((long)x * s.C) : beyond;
        }
    }
}
