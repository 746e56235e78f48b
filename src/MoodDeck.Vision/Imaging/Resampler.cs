using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MoodDeck.Vision.Imaging;

/// <summary>
/// Resizing and cropping: area averaging where the picture shrinks, bilinear where it grows, edge pixels repeated where
/// the window reaches outside.
/// </summary>
public static class Resampler
{
    /// <summary>Samples a window of a grey picture onto a grid of floats in 0..255.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="window">What part of it.</param>
    /// <param name="width">Columns of the grid.</param>
    /// <param name="height">Rows of the grid.</param>
    /// <param name="target">Receives the grid, row by row.</param>
    /// <param name="stride">Elements from one row of <paramref name="target"/> to the next; 0 for <paramref name="width"/>.</param>
    /// <exception cref="ArgumentException">The window is empty or not finite, or the target is too small.</exception>
    public static void Sample(GreyImage source, SampleWindow window, int width, int height, Span<float> target, int stride = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        Sample(source.Pixels, source.Width, source.Height, 1, window, width, height, target, stride);
    }

    /// <summary>The picture in another size.</summary>
    public static GreyImage Resize(GreyImage source, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(source);
        GreyImage target = new(width, height);
        Resize(source.Pixels, source.Width, source.Height, 1, width, height, target.Pixels);
        return target;
    }

    /// <summary>The picture in another size.</summary>
    public static Image Resize(Image source, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(source);
        Image target = new(width, height);
        Resize(source.Pixels, source.Width, source.Height, Image.Channels, width, height, target.Pixels);
        return target;
    }

    /// <summary>A window of the picture in colour, in another size.</summary>
    public static Image Crop(Image source, SampleWindow window, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(source);
        Image target = new(width, height);
        var floats = new float[target.Pixels.Length];
        Sample(source.Pixels, source.Width, source.Height, Image.Channels, window, width, height, floats, 0);
        Round(floats, target.Pixels);
        return target;
    }

    private static void Resize(ReadOnlySpan<byte> source, int sourceWidth, int sourceHeight, int channels, int width, int height, Span<byte> target)
    {
        var floats = ArrayPool<float>.Shared.Rent(target.Length);
        try
        {
            Sample(source, sourceWidth, sourceHeight, channels, new(0, 0, sourceWidth, sourceHeight), width, height, floats, 0);
            Round(floats.AsSpan(0, target.Length), target);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(floats);
        }
    }

    private static void Sample(
        ReadOnlySpan<byte> source, int sourceWidth, int sourceHeight, int channels, SampleWindow window, int width, int height, Span<float> target, int stride)
    {
        if (stride == 0) stride = width * channels;
        Validate(window, width, height, target.Length, stride, channels);
        if (channels == 1 && BoxShrink.FactorOf(window, sourceWidth, sourceHeight, width, height) is > 0 and var factor)
        {
            BoxShrink.Sample(source, factor, width, height, target, stride);
            return;
        }

        AxisTaps columns = new(sourceWidth, window.X, window.Width, width);
        AxisTaps rows = new(sourceHeight, window.Y, window.Height, height);
        // Only the columns the window touches are summed.
        var left = columns.First(0);
        var right = columns.First(width - 1) + columns.Weights(width - 1).Length;
        var span = (right - left) * channels;
        var rented = ArrayPool<float>.Shared.Rent(span);
        try
        {
            var sum = rented.AsSpan(0, span);
            for (var y = 0; y < height; y++)
            {
                sum.Clear();
                var weights = rows.Weights(y);
                for (var k = 0; k < weights.Length; k++)
                    AddScaled(source.Slice((((rows.First(y) + k) * sourceWidth) + left) * channels, span), weights[k], sum);
                Gather(sum, left, channels, columns, target.Slice(y * stride, width * channels));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private static void Gather(ReadOnlySpan<float> sum, int left, int channels, in AxisTaps columns, Span<float> row)
    {
        for (int i = 0, x = 0; i < row.Length; x++)
        {
            var weights = columns.Weights(x);
            var start = (columns.First(x) - left) * channels;
            for (var c = 0; c < channels; c++)
            {
                float value = 0;
                for (var k = 0; k < weights.Length; k++) value += weights[k] * sum[start + (k * channels) + c];
                row[i++] = value;
            }
        }
    }

    private static void AddScaled(ReadOnlySpan<byte> row, float weight, Span<float> sum)
    {
        var i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var w = new Vector<float>(weight);
            var step = Vector<float>.Count;
            var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
            foreach (var bytes in MemoryMarshal.Cast<byte, Vector<byte>>(row))
            {
                Vector.Widen(bytes, out var low, out var high);
                Vector.Widen(low, out var a, out var b);
                Vector.Widen(high, out var c, out var d);
                var at = sums.Slice(i / step, 4);
                at[0] += w * Vector.ConvertToSingle(Vector.AsVectorInt32(a));
                at[1] += w * Vector.ConvertToSingle(Vector.AsVectorInt32(b));
                at[2] += w * Vector.ConvertToSingle(Vector.AsVectorInt32(c));
                at[3] += w * Vector.ConvertToSingle(Vector.AsVectorInt32(d));
                i += Vector<byte>.Count;
            }
        }

        for (; i < row.Length; i++) sum[i] += weight * row[i];
    }

    private static void Round(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)Math.Clamp((int)(values[i] + 0.5f), 0, 255);
    }

    private static void Validate(SampleWindow window, int width, int height, int length, int stride, int channels)
    {
        if (width < 1) throw new ArgumentOutOfRangeException(nameof(width), width, "Expected at least 1 pixel.");
        if (height < 1) throw new ArgumentOutOfRangeException(nameof(height), height, "Expected at least 1 pixel.");
        // Far outside every picture: keeps the arithmetic in range.
        const double farthest = 1e7;
        if (!(window.Width > 0 && window.Height > 0 && window.Width < farthest && window.Height < farthest
            && Math.Abs(window.X) < farthest && Math.Abs(window.Y) < farthest))
            throw new ArgumentException($"The window {window} is empty or not finite.", nameof(window));
        if (stride < width * channels || ((long)(height - 1) * stride) + (width * channels) > length)
            throw new ArgumentException($"{width} x {height} samples do not fit {length} elements with a stride of {stride}.", nameof(length));
    }
}
