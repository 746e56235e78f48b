using System.Globalization;
using MoodDeck.Audio.Listening;
using MoodDeck.Training.Export;

namespace MoodDeck.Training.Tracks;

/// <summary>Writes what was learned as an ONNX file that <see cref="LearnedTrackMoodModel"/> reads.</summary>
public static class TrackMoodExport
{
    private static readonly int[] s_across = [1];

    /// <summary>The file's bytes.</summary>
    /// <param name="learner">What was learned, from descriptors named as <see cref="TrackDescriptors.Names"/>.</param>
    /// <param name="sigma">Standard deviations of the errors on pieces of the cross-validation, on the scale of the answers.</param>
    /// <param name="nearness">How near the nearest training row typically is to such a piece, by the kernel.</param>
    public static byte[] ToOnnx(TrackMoodLearner learner, (double Valence, double Arousal) sigma, double nearness)
    {
        ArgumentNullException.ThrowIfNull(learner);
        OnnxGraph graph = new();
        var numbers = learner.Standardiser.Mean.Length;
        graph.Input(LearnedTrackMoodModel.InputName, "N", numbers);
        graph.Output(LearnedTrackMoodModel.MoodName, "N", 2);
        graph.Output(LearnedTrackMoodModel.NearnessName, "N", 1);
        var z = Standardise(graph, learner.Standardiser);
        var alike = Kernel(graph, learner.Kernel, z);
        graph.Node("ReduceMax", LearnedTrackMoodModel.NearnessName, [alike], ("axes", s_across), ("keepdims", 1));
        var weighed = graph.Node("MatMul", "weighed", [alike, graph.Constant("weights", Interleave(learner.Weights), learner.Kernel.Rows.Count, 2)]);
        var smooth = graph.Node("Add", "smooth", [weighed, graph.Constant("offsets", [.. learner.Offsets.Select(o => (float)o)], 1, 2)]);
        var smoothPart = graph.Node("Mul", "smooth.part", [smooth, graph.Constant("kernel.share", [.. learner.KernelShares.Select(s => (float)s)], 1, 2)]);
        var treePart = graph.Node("Mul", "tree.part", [Trees(graph, learner.Trees, z), graph.Constant("tree.share", [.. learner.KernelShares.Select(s => (float)(1 - s))], 1, 2)]);
        graph.Node("Add", LearnedTrackMoodModel.MoodName, [smoothPart, treePart]);
        return graph.ToModel("track", new Dictionary<string, string>
        {
            [LearnedTrackMoodModel.DescriptorsKey] = string.Join(',', TrackDescriptors.Names),
            [LearnedTrackMoodModel.SigmaKey] = string.Create(CultureInfo.InvariantCulture, $"{sigma.Valence:0.####},{sigma.Arousal:0.####}"),
            [LearnedTrackMoodModel.NearnessKey] = nearness.ToString("0.######", CultureInfo.InvariantCulture),
        });
    }

    private static string Standardise(OnnxGraph graph, Standardiser standardiser)
    {
        var centred = graph.Node("Sub", "centred", [LearnedTrackMoodModel.InputName, graph.Constant("mean", standardiser.Mean, 1, standardiser.Mean.Length)]);
        var scaled = graph.Node("Div", "scaled", [centred, graph.Constant("scale", standardiser.Scale, 1, standardiser.Scale.Length)]);
        return graph.Node("Clip", "standard", [scaled, graph.Constant("least", [-Standardiser.Limit]), graph.Constant("most", [Standardiser.Limit])]);
    }

    // Each row stands beside each of the kernel's: [N, rows, numbers].
    private static string Kernel(OnnxGraph graph, KernelRegression kernel, string z)
    {
        var (count, numbers) = (kernel.Rows.Count, kernel.Rows[0].Length);
        float[] rows = [.. kernel.Rows.SelectMany(r => r)];
        var beside = graph.Node("Unsqueeze", "beside", [z, graph.Integers("beside.axis", 1)]);
        var apart = graph.Node("Abs", "apart", [graph.Node("Sub", "difference", [beside, graph.Constant("rows", rows, 1, count, numbers)])]);
        var away = graph.Node("ReduceSum", "away", [apart, graph.Integers("numbers.axis", 2)], ("keepdims", 0));
        var scaled = graph.Node("Mul", "narrowed", [away, graph.Constant("width", [(float)(-kernel.Width / numbers)], 1, 1)]);
        return graph.Node("Exp", "alike", [scaled]);
    }

    private static string Trees(OnnxGraph graph, ExtraTrees forest, string z)
    {
        var nodes = forest.Trees.SelectMany((tree, t) => tree.Select((node, n) => (Tree: t, Index: n, Node: node))).ToArray();
        var leaves = nodes.Where(n => n.Node.IsLeaf).SelectMany(n => n.Node.Means.Select((mean, k) => (n.Tree, n.Index, Target: k, Mean: (float)mean))).ToArray();
        graph.Node(OnnxGraph.Learning, "TreeEnsembleRegressor", ["trees"], [z],
            ("nodes_treeids", nodes.Select(n => n.Tree).ToArray()), ("nodes_nodeids", nodes.Select(n => n.Index).ToArray()),
            ("nodes_featureids", nodes.Select(n => Math.Max(0, n.Node.Number)).ToArray()), ("nodes_values", nodes.Select(n => n.Node.Cut).ToArray()),
            ("nodes_modes", nodes.Select(n => n.Node.IsLeaf ? "LEAF" : "BRANCH_LT").ToArray()),
            ("nodes_truenodeids", nodes.Select(n => n.Node.Below).ToArray()), ("nodes_falsenodeids", nodes.Select(n => n.Node.Above).ToArray()),
            ("target_treeids", leaves.Select(l => l.Tree).ToArray()), ("target_nodeids", leaves.Select(l => l.Index).ToArray()),
            ("target_ids", leaves.Select(l => l.Target).ToArray()), ("target_weights", leaves.Select(l => l.Mean).ToArray()),
            ("n_targets", 2), ("aggregate_function", "AVERAGE"), ("post_transform", "NONE"));
        return "trees";
    }

    private static float[] Interleave(IReadOnlyList<double[]> weights) =>
        [.. Enumerable.Range(0, weights[0].Length).SelectMany(i => weights.Select(w => (float)w[i]))];
}
