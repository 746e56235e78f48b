using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MoodDeck.Training.Kernels;

/// <summary>
/// One convolution over a padded input, written so that forward pass, gradient of the input (one call per stride phase)
/// and fully connected layers are the same loop: output pixel (i, j) reads <c>Rows</c> runs of <c>RunLength</c> contiguous
/// floats, because in <c>[N, H, W, C]</c> a kernel row covers neighbouring pixels with all their channels. Nothing is
/// copied into columns (implicit im2col).
/// </summary>
internal unsafe struct ConvolutionTask
{
    /// <summary>Padded input, <c>[N, InH, InW, InC]</c>.</summary>
    public float* Input;
    public int InH, InW, InC;

    /// <summary>Step in the padded input between neighbouring output pixels.</summary>
    public int Stride;

    /// <summary>Kernel rows, and floats read in each (kernel columns times channels).</summary>
    public int Rows, RunLength;

    /// <summary>Weights packed by <see cref="ConvolutionKernel.Pack"/>; bias of OutC floats or null.</summary>
    public float* Weights, Bias;

    /// <summary>Output pixel (0, 0) of image 0.</summary>
    public float* Output;

    /// <summary>Output pixels computed per image and the channels of each.</summary>
    public int OutH, OutW, OutC;

    /// <summary>Floats between neighbouring output columns, rows and images.</summary>
    public long OutColumn, OutRow, OutImage;
}

/// <summary>The inner loops: 6 pixels by two registers of output channels, accumulated in registers.</summary>
internal static unsafe class ConvolutionKernel
{
    private const int PixelBlock = 6;
    private const int GroupPixels = 8 * PixelBlock;

    /// <summary>Output channels per packed panel on this machine: 32 with AVX-512, else 16.</summary>
    public static int PanelWidth { get; } = Vector512.IsHardwareAccelerated ? 32 : 16;

    /// <summary>Floats that <see cref="Pack"/> writes.</summary>
    public static int PackedLength(int depth, int outputs) => (outputs + PanelWidth - 1) / PanelWidth * PanelWidth * depth;

    /// <summary>Packs a row-major <c>[depth, outputs]</c> matrix into panels of <see cref="PanelWidth"/> columns, zero padded.</summary>
    public static void Pack(float* matrix, int depth, int outputs, float* packed)
    {
        var width = PanelWidth;
        for (var first = 0; first < outputs; first += width)
        {
            var n = Math.Min(width, outputs - first);
            for (var k = 0; k < depth; k++, packed += width)
            {
                var row = new Span<float>(packed, width);
                new Span<float>(matrix + ((long)k * outputs) + first, n).CopyTo(row);
                row[n..].Clear();
            }
        }
    }

    /// <summary>Computes a whole batch: several images in a job where they have few pixels.</summary>
    public static void RunBatch(ConvolutionTask task, int images, WorkerPool pool)
    {
        var together = Math.Clamp(GroupPixels / Math.Max(1, task.OutH * task.OutW), 1, (images + pool.Threads - 1) / pool.Threads);
        pool.Run((images + together - 1) / together, job => Run(task, job * together, Math.Min(together, images - (job * together))));
    }

    /// <summary>Computes <paramref name="images"/> images of the batch from <paramref name="first"/> on.</summary>
    public static void Run(in ConvolutionTask task, int first, int images)
    {
        if (Vector512.IsHardwareAccelerated) Run<Simd512>(task, first, images);
        else Run<Simd256>(task, first, images);
    }

    // A group of pixels meets a panel of weights, and then the next: weights that do not fit the cache are fetched once for
    // the group, and the group's input stays near.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<T>(in ConvolutionTask t, int firstImage, int images)
        where T : struct, ISimd<T>
    {
        var inputRow = (long)t.InW * t.InC;
        var pixels = t.OutH * t.OutW * images;
        var a = stackalloc float*[GroupPixels];
        var c = stackalloc float*[GroupPixels];
        int image = firstImage, oy = 0, ox = 0;
        for (var p = 0; p < pixels; p += GroupPixels)
        {
            var n = Math.Min(GroupPixels, pixels - p);
            for (var i = 0; i < n; i++)
            {
                a[i] = t.Input + (((image * (long)t.InH) + ((long)oy * t.Stride)) * inputRow) + ((long)ox * t.Stride * t.InC);
                c[i] = t.Output + (image * t.OutImage) + (oy * t.OutRow) + (ox * t.OutColumn);
                if (++ox < t.OutW) continue;
                (ox, oy) = (0, oy + 1);
                if (oy == t.OutH) (oy, image) = (0, image + 1);
            }

            // The last block reads some pixel again and leaves the result out.
            for (var i = n; i % PixelBlock != 0; i++) a[i] = a[n - 1];
            Group<T>(t, a, c, n, inputRow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Group<T>(in ConvolutionTask t, float** a, float** c, int pixels, long inputRow)
        where T : struct, ISimd<T>
    {
        var panel = 2 * T.Width;
        var target = stackalloc float*[PixelBlock];
        var spill = stackalloc float[PixelBlock * 32];
        var bias = stackalloc float[32];
        var weights = t.Weights;
        for (var first = 0; first < t.OutC; first += panel, weights += (long)panel * t.Rows * t.RunLength)
        {
            var left = t.OutC - first;
            var single = left <= T.Width;
            for (var v = 0; v < panel; v++) bias[v] = t.Bias != null && v < left ? t.Bias[first + v] : 0;
            for (var p = 0; p < pixels; p += PixelBlock)
            {
                var n = Math.Min(PixelBlock, pixels - p);
                var direct = n == PixelBlock && left >= (single ? T.Width : panel);
                for (var i = 0; i < PixelBlock; i++) target[i] = direct ? c[p + i] + first : spill + (i * panel);
                if (single) SingleBlock<T>(a + p, t.Rows, t.RunLength, inputRow, weights, bias, target);
                else Block<T>(a + p, t.Rows, t.RunLength, inputRow, weights, bias, target);
                if (direct) continue;
                var width = Math.Min(panel, left);
                for (var i = 0; i < n; i++) new Span<float>(spill + (i * panel), width).CopyTo(new Span<float>(c[p + i] + first, width));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block<T>(float** a, int rows, int run, long inputRow, float* b, float* bias, float** c)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        T s00 = T.Load(bias), s01 = T.Load(bias + w);
        T s10 = s00, s11 = s01, s20 = s00, s21 = s01, s30 = s00, s31 = s01, s40 = s00, s41 = s01, s50 = s00, s51 = s01;
        for (var r = 0; r < rows; r++)
        {
            var shift = r * inputRow;
            float* a0 = a[0] + shift, a1 = a[1] + shift, a2 = a[2] + shift, a3 = a[3] + shift, a4 = a[4] + shift, a5 = a[5] + shift;
            for (nint k = 0; k < run; k++)
            {
                T b0 = T.Load(b), b1 = T.Load(b + w);
                b += 2 * w;
                var x = T.Broadcast(a0[k]);
                s00 = T.Fma(x, b0, s00);
                s01 = T.Fma(x, b1, s01);
                x = T.Broadcast(a1[k]);
                s10 = T.Fma(x, b0, s10);
                s11 = T.Fma(x, b1, s11);
                x = T.Broadcast(a2[k]);
                s20 = T.Fma(x, b0, s20);
                s21 = T.Fma(x, b1, s21);
                x = T.Broadcast(a3[k]);
                s30 = T.Fma(x, b0, s30);
                s31 = T.Fma(x, b1, s31);
                x = T.Broadcast(a4[k]);
                s40 = T.Fma(x, b0, s40);
                s41 = T.Fma(x, b1, s41);
                x = T.Broadcast(a5[k]);
                s50 = T.Fma(x, b0, s50);
                s51 = T.Fma(x, b1, s51);
            }
        }

        Store(c[0], s00, s01);
        Store(c[1], s10, s11);
        Store(c[2], s20, s21);
        Store(c[3], s30, s31);
        Store(c[4], s40, s41);
        Store(c[5], s50, s51);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(float* c, T s0, T s1)
        where T : struct, ISimd<T>
    {
        T.Store(c, s0);
        T.Store(c + T.Width, s1);
    }

    // A last panel of which at most one register holds channels: the other half is not computed.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SingleBlock<T>(float** a, int rows, int run, long inputRow, float* b, float* bias, float** c)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        var s0 = T.Load(bias);
        T s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
        for (var r = 0; r < rows; r++)
        {
            var shift = r * inputRow;
            float* a0 = a[0] + shift, a1 = a[1] + shift, a2 = a[2] + shift, a3 = a[3] + shift, a4 = a[4] + shift, a5 = a[5] + shift;
            for (nint k = 0; k < run; k++)
            {
                var v = T.Load(b);
                b += 2 * w;
                s0 = T.Fma(T.Broadcast(a0[k]), v, s0);
                s1 = T.Fma(T.Broadcast(a1[k]), v, s1);
                s2 = T.Fma(T.Broadcast(a2[k]), v, s2);
                s3 = T.Fma(T.Broadcast(a3[k]), v, s3);
                s4 = T.Fma(T.Broadcast(a4[k]), v, s4);
                s5 = T.Fma(T.Broadcast(a5[k]), v, s5);
            }
        }

        T.Store(c[0], s0);
        T.Store(c[1], s1);
        T.Store(c[2], s2);
        T.Store(c[3], s3);
        T.Store(c[4], s4);
        T.Store(c[5], s5);
    }
}
