using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Personal;

/// <summary>
/// Minimises the regularised loss of <see cref="CorrectionHead"/>, which has one minimum, by solving for one correction after
/// another exactly (Newton's method on eight numbers) until nothing moves: the same corrections always give the same head.
/// </summary>
internal static class CorrectionFit
{
    private const int MostSweeps = 200;
    private const int MostNewtonSteps = 50;
    private const double Still = 1e-6;

    /// <summary>The eight weights of each correction.</summary>
    /// <param name="kernel">How alike any two faces are, [N, N], 1 on the diagonal.</param>
    /// <param name="logs">What the model said, [N, 8].</param>
    /// <param name="labels">What it should have said, N.</param>
    /// <param name="trust">How much each counts, in [0, 1], N.</param>
    /// <param name="shrinkage">More than 0.</param>
    public static double[][] Fit(double[][] kernel, double[][] logs, Emotion[] labels, double[] trust, double shrinkage)
    {
        var weights = Array.ConvertAll(logs, _ => new double[Emotions.Count]);
        Span<double> rest = stackalloc double[Emotions.Count];
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            double moved = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                logs[i].CopyTo(rest);
                for (var j = 0; j < weights.Length; j++)
                    for (var k = 0; j != i && k < rest.Length; k++) rest[k] += kernel[i][j] * weights[j][k];
                moved = Math.Max(moved, Solve(rest, (int)labels[i], trust[i] / shrinkage, weights[i]));
            }

            if (moved < Still) break;
        }

        return weights;
    }

    // The a with a = strength (onehot - softmax(rest + a)); returns how far it moved.
    private static double Solve(ReadOnlySpan<double> rest, int label, double strength, double[] a)
    {
        var before = a.ToArray();
        if (strength <= 0)
        {
            Array.Clear(a);
            return before.Max(Math.Abs);
        }

        Span<double> p = stackalloc double[a.Length], step = stackalloc double[a.Length], trial = stackalloc double[a.Length];
        var loss = Loss(rest, a, label, strength);
        for (var n = 0; n < MostNewtonSteps; n++)
        {
            for (var k = 0; k < a.Length; k++) trial[k] = rest[k] + a[k];
            LogProbabilities.Softmax(trial, p);
            var slope = NewtonStep(p, a, label, strength, step);
            if (slope < Still * Still) break;
            for (var length = 1.0; length > 1e-6; length /= 2)
            {
                for (var k = 0; k < a.Length; k++) trial[k] = a[k] - (length * step[k]);
                var next = Loss(rest, trial, label, strength);
                if (next > loss - (1e-4 * length * slope)) continue;
                trial.CopyTo(a);
                loss = next;
                break;
            }
        }

        double moved = 0;
        for (var k = 0; k < a.Length; k++) moved = Math.Max(moved, Math.Abs(a[k] - before[k]));
        return moved;
    }

    // The Hessian is a diagonal minus p p', so its inverse is known (Sherman and Morrison 1950).
    private static double NewtonStep(ReadOnlySpan<double> p, ReadOnlySpan<double> a, int label, double strength, Span<double> step)
    {
        Span<double> gradient = stackalloc double[p.Length];
        double pg = 0, pp = 0;
        for (var k = 0; k < p.Length; k++)
        {
            gradient[k] = p[k] - (k == label ? 1 : 0) + (a[k] / strength);
            var diagonal = p[k] + (1 / strength);
            pg += p[k] * gradient[k] / diagonal;
            pp += p[k] * p[k] / diagonal;
        }

        double slope = 0;
        for (var k = 0; k < p.Length; k++)
        {
            step[k] = (gradient[k] + (p[k] * pg / (1 - pp))) / (p[k] + (1 / strength));
            slope += step[k] * gradient[k];
        }

        return slope;
    }

    private static double Loss(ReadOnlySpan<double> rest, ReadOnlySpan<double> a, int label, double strength)
    {
        double max = double.NegativeInfinity, sum = 0, squares = 0;
        for (var k = 0; k < a.Length; k++) max = Math.Max(max, rest[k] + a[k]);
        for (var k = 0; k < a.Length; k++)
        {
            sum += Math.Exp(rest[k] + a[k] - max);
            squares += a[k] * a[k];
        }

        return max + Math.Log(sum) - rest[label] - a[label] + (squares / (2 * strength));
    }
}
