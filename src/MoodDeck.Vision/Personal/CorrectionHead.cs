using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Personal;

/// <summary>
/// Kernel logistic regression on top of the general model: logarithms <c>z(x) + sum of k(x, x_i) a_i</c> with the kernel
/// <c>k = exp(-(1 - cos) / reach)</c>, where the <c>a_i</c> (8 numbers each) are those that minimise the cross-entropy of the
/// corrections plus half the shrinkage times the squared norm (Jaakkola and Haussler 1999). A correction moves faces like
/// its own and dies away on others, and one that the model says anyway moves next to nothing. On faces very like a corrected
/// one the model's certainty is bounded first, or else no correction could reach a certain mistake.
/// </summary>
internal sealed class CorrectionHead
{
    // Views of one face moments apart lie 0.02 to 0.09 from each other, faces of two people mostly above 0.2.
    private const double SameFace = 0.08;

    // Where the model was wrong once it may be wrong again: on such faces nothing is held for less likely than this.
    private const double Doubt = 0.12;
    private static readonly double s_leastDoubted = Math.Log(0.01);

    private readonly ReadOnlyMemory<float>[] _points;
    private readonly double[][] _weights;
    private readonly double _reach;

    /// <summary>Learns anew from all corrections.</summary>
    /// <param name="points">Embeddings of length 1, all as long as each other, oldest first.</param>
    /// <param name="logs">The eight logarithms to be moved, one row for each.</param>
    /// <param name="labels">What they should have said.</param>
    /// <param name="options">Reach and shrinkage.</param>
    public CorrectionHead(ReadOnlyMemory<float>[] points, double[][] logs, Emotion[] labels, PersonalFaceOptions options)
    {
        (_points, _reach) = (points, options.CorrectionReach);
        var kernel = Array.ConvertAll(points, p => Array.ConvertAll(points, q => Kernel(UnitVectors.Distance(p, q))));
        _weights = CorrectionFit.Fit(kernel, Array.ConvertAll(logs, one => Array.ConvertAll(one, l => Math.Max(l, s_leastDoubted))), labels, Trust(points, labels), options.Shrinkage);
    }

    /// <summary>Adds what was learned about faces like this one to its logarithms.</summary>
    public void AddTo(ReadOnlyMemory<float> unit, Span<double> logs)
    {
        var distances = Array.ConvertAll(_points, p => UnitVectors.Distance(p, unit));
        var nearest = distances.Min() / Doubt;
        var doubt = Math.Exp(-nearest * nearest);
        foreach (ref var l in logs) l += doubt * (Math.Max(l, s_leastDoubted) - l);
        for (var i = 0; i < _points.Length; i++)
        {
            var near = Kernel(distances[i]);
            for (var k = 0; k < logs.Length; k++) logs[k] += near * _weights[i][k];
        }
    }

    // Who corrects the same face twice means the second: an older correction counts less the surer it is of the same face
    // as a newer one with another label.
    private static double[] Trust(ReadOnlyMemory<float>[] points, Emotion[] labels)
    {
        var trust = new double[labels.Length];
        for (var i = 0; i < trust.Length; i++)
        {
            trust[i] = 1;
            for (var newer = i + 1; newer < trust.Length; newer++)
            {
                if (labels[newer] == labels[i]) continue;
                var apart = UnitVectors.Distance(points[i], points[newer]) / SameFace;
                trust[i] *= 1 - Math.Exp(-apart * apart);
            }
        }

        return trust;
    }

    private double Kernel(double distance) => Math.Exp(-distance / _reach);
}
