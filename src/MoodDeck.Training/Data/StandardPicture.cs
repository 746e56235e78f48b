using System.Numerics.Tensors;

namespace MoodDeck.Training.Data;

/// <summary>Pictures with mean 0 and variance 1, so that light and contrast do not count when they are compared.</summary>
internal static class StandardPicture
{
    /// <summary>The standard deviation of grey values.</summary>
    public static double Deviation(ReadOnlySpan<byte> pixels)
    {
        var (_, deviation) = Moments(pixels);
        return deviation;
    }

    /// <summary>1 minus the correlation (Pearson) of a picture and a standard average: 0 for the same, 1 for nothing in common, 2 for its negative.</summary>
    public static double Distance(ReadOnlySpan<byte> pixels, ReadOnlySpan<float> average)
    {
        Span<float> standard = stackalloc float[FaceImageSet.ImageLength];
        Fill(pixels, standard);
        var norm = TensorPrimitives.Norm(average);
        return norm == 0 ? 1 : 1 - (TensorPrimitives.Dot(standard, average) / (norm * Math.Sqrt(FaceImageSet.ImageLength)));
    }

    /// <summary>The mean of the standard pictures of each expression, and of those without one.</summary>
    public static IReadOnlyList<float[]> ClassAverages(FaceImageSet set, IReadOnlyList<int> rows)
    {
        var averages = new List<float[]>();
        var standard = new float[FaceImageSet.ImageLength];
        foreach (var label in rows.GroupBy(set.ExpressionOf).OrderBy(g => g.Key))
        {
            var sum = new double[FaceImageSet.ImageLength];
            var count = 0;
            foreach (var row in label)
            {
                Fill(set.Image(row), standard);
                for (var i = 0; i < sum.Length; i++) sum[i] += standard[i];
                count++;
            }

            averages.Add(Array.ConvertAll(sum, s => (float)(s / count)));
        }

        return averages;
    }

    private static void Fill(ReadOnlySpan<byte> pixels, Span<float> standard)
    {
        var (mean, deviation) = Moments(pixels);
        var factor = deviation == 0 ? 0 : (float)(1 / deviation);
        for (var i = 0; i < standard.Length; i++) standard[i] = (pixels[i] - (float)mean) * factor;
    }

    private static (double Mean, double Deviation) Moments(ReadOnlySpan<byte> pixels)
    {
        long sum = 0, squares = 0;
        foreach (var p in pixels)
        {
            sum += p;
            squares += p * p;
        }

        var mean = sum / (double)pixels.Length;
        return (mean, Math.Sqrt(Math.Max(0, (squares / (double)pixels.Length) - (mean * mean))));
    }
}
