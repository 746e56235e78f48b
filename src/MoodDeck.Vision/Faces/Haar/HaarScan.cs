namespace MoodDeck.Vision.Faces.Haar;

/// <summary>A cascade laid out for pictures of one width, and slid over one picture.</summary>
internal sealed class HaarScan
{
    // A window whose grey values deviate less than this is too even to be judged, as OpenCV has it.
    private const double LeastDeviation = 10;

    private readonly HaarCascade _cascade;
    private readonly IntegralImages _sums;
    private readonly Corners[] _corners;
    private readonly Corners _middle;
    private readonly double _middleArea;

    /// <summary>Prepares a cascade for the sums of a picture.</summary>
    public HaarScan(HaarCascade cascade, IntegralImages sums)
    {
        (_cascade, _sums) = (cascade, sums);
        _corners = new Corners[3 * cascade.Features.Length];
        for (var f = 0; f < cascade.Features.Length; f++)
        {
            var feature = cascade.Features[f];
            for (var p = 0; p < feature.Parts.Length; p++) _corners[(3 * f) + p] = Corners.Of(feature.Parts[p], feature.IsTilted, sums.Stride);
        }

        // Light is normalised by the deviation of the window without its border.
        HaarPart middle = new(1, 1, cascade.Width - 2, cascade.Height - 2, 1);
        _middle = Corners.Of(middle, isTilted: false, sums.Stride);
        _middleArea = middle.Width * middle.Height;
    }

    /// <summary>Adds the top left corners of the windows that pass all stages.</summary>
    /// <param name="step">Pixels from one window to the next.</param>
    /// <param name="hits">Receives them.</param>
    public void Run(int step, List<(int X, int Y)> hits)
    {
        for (var y = 0; y <= _sums.Height - _cascade.Height; y += step)
        {
            for (var x = 0; x <= _sums.Width - _cascade.Width; x += step)
            {
                var passed = Passed((y * _sums.Stride) + x);
                if (passed == _cascade.Stages.Length) hits.Add((x, y));
                // A window that the first stage throws out is far from any face: its neighbour is left out, as OpenCV does.
                if (passed == 0) x += step;
            }
        }
    }

    // How many stages the window at an index passes; -1 where it is too even to be judged.
    private int Passed(int at)
    {
        var sum = _middle.Sum(_sums.Plain, at);
        var squares = _middle.Sum(_sums.Squared, at);
        var deviation = (_middleArea * squares) - ((double)sum * sum);
        if (deviation <= 0) return -1;
        var factor = (float)(1 / Math.Sqrt(deviation));
        if (_middleArea * factor >= 1 / LeastDeviation) return -1; // factor is 1 / (area · deviation)
        for (var s = 0; s < _cascade.Stages.Length; s++)
        {
            var stage = _cascade.Stages[s];
            float total = 0;
            foreach (var tree in stage.Trees) total += Answer(tree, at, factor);
            if (total < stage.Threshold) return s;
        }

        return _cascade.Stages.Length;
    }

    private float Answer(HaarTree tree, int at, float factor)
    {
        var next = 0;
        do
        {
            var node = tree.Nodes[next];
            next = Measure(node.Feature, at) * factor < node.Threshold ? node.Left : node.Right;
        }
        while (next > 0);
        return tree.Leaves[-next];
    }

    private float Measure(int index, int at)
    {
        var feature = _cascade.Features[index];
        var sums = feature.IsTilted ? _sums.Tilted : _sums.Plain;
        float total = 0;
        for (var p = 0; p < feature.Parts.Length; p++) total += feature.Parts[p].Weight * _corners[(3 * index) + p].Sum(sums, at);
        return total;
    }

    // The four corners of a rectangle, as distances from the window's first number.
    private readonly record struct Corners(int First, int Second, int Third, int Last)
    {
        public static Corners Of(HaarPart p, bool isTilted, int stride) => isTilted
            ? new((p.Y * stride) + p.X, ((p.Y + p.Height) * stride) + p.X - p.Height, ((p.Y + p.Width) * stride) + p.X + p.Width, ((p.Y + p.Width + p.Height) * stride) + p.X + p.Width - p.Height)
            : new((p.Y * stride) + p.X, (p.Y * stride) + p.X + p.Width, ((p.Y + p.Height) * stride) + p.X, ((p.Y + p.Height) * stride) + p.X + p.Width);

        public int Sum(int[] sums, int at) => sums[at + First] - sums[at + Second] - sums[at + Third] + sums[at + Last];

        public uint Sum(uint[] sums, int at) => sums[at + First] - sums[at + Second] - sums[at + Third] + sums[at + Last];
    }
}
