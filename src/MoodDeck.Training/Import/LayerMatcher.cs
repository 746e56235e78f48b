using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Import;

/// <summary>By what the layers of a file were told apart.</summary>
public enum LayerMatch
{
    /// <summary>Nothing in the file fits the network.</summary>
    None,

    /// <summary>By the names of their weights.</summary>
    Name,

    /// <summary>By their order along the graph and their shapes, because names said less.</summary>
    Order,
}

/// <summary>Finds for each layer of a network the layer of a file that it can start from.</summary>
internal sealed class LayerMatcher(IReadOnlyList<NetworkLayer> ours, IReadOnlyList<OnnxLayer> theirs)
{
    /// <summary>The pairs found.</summary>
    public Dictionary<NetworkLayer, OnnxLayer> Pairs { get; private set; } = [];

    /// <summary>What the user should know of the pairs, or of why there are none.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Names win unless the order of the layers explains more of the trunk: VGG with and without batch norm number alike, but not the same layers.</summary>
    public LayerMatch Run()
    {
        var (named, ordered) = (ByName(), ByOrder());
        var byOrder = ordered.Count > named.Keys.Count(l => !l.IsHead);
        Pairs = byOrder ? ordered : named;
        AddHeads();
        if (Pairs.Count == 0)
        {
            Notes.Add(Difference());
            return LayerMatch.None;
        }

        NoteLeftOut();
        return byOrder ? LayerMatch.Order : LayerMatch.Name;
    }

    private Dictionary<NetworkLayer, OnnxLayer> ByName()
    {
        Dictionary<NetworkLayer, OnnxLayer> pairs = [];
        foreach (var layer in ours)
        {
            if (theirs.FirstOrDefault(t => t.Name == layer.Entry.Name && layer.Fit(t) is not null) is { } source) pairs[layer] = source;
        }

        return pairs;
    }

    // Layers of the same depth (a block's first convolution and its shortcut) stand in any order in a file; their shapes tell them apart.
    private Dictionary<NetworkLayer, OnnxLayer> ByOrder()
    {
        var (trunk, sources) = (Trunk(), Sources());
        return trunk.Count <= sources.Count && trunk.Zip(sources).All(p => p.First.Fit(p.Second) is not null)
            ? trunk.Zip(sources).ToDictionary(p => p.First, p => p.Second)
            : [];
    }

    private List<NetworkLayer> Trunk() => [.. ours.Where(l => !l.IsHead).OrderBy(l => l.Depth).ThenBy(l => Kernel(l.Entry.Layer))];

    private List<OnnxLayer> Sources() => [.. theirs.OrderBy(t => t.Depth).ThenBy(t => t.IsConvolution ? t.Weight.Shape[3] : 0)];

    // With the whole trunk from the file, its last layers are worth having too, whatever they are called.
    private void AddHeads()
    {
        if (Pairs.Count == 0 || ours.Any(l => !l.IsHead && !Pairs.ContainsKey(l))) return;
        foreach (var head in ours.Where(l => l is { IsHead: true, IsOutput: true } && !Pairs.ContainsKey(l)))
        {
            if (theirs.FirstOrDefault(t => !Pairs.ContainsValue(t) && head.Fit(t) is not null) is not { } source) continue;
            Pairs[head] = source;
            Notes.Add($"The head {head.Entry.Name} starts from {source.Name}, which has as many outputs; their order is taken to be the same.");
        }
    }

    // Layers that this network does not have, as of a ResNet-34 in a ResNet-18, or of VGG16 in VGG19 by the numbers they have in common.
    private void NoteLeftOut()
    {
        var deepest = theirs.Max(t => t.Depth); // there stand the file's own heads, which are expected to stay behind
        var left = theirs.Where(t => t.Depth < deepest && !Pairs.ContainsValue(t)).Select(t => t.Name).ToList();
        if (left.Count == 0) return;
        var names = string.Join(", ", left.Take(3)) + (left.Count > 3 ? ", …" : "");
        Notes.Add($"Layers of the file that have no place in this network are left out, {left.Count} in all ({names}): it will not answer as the file's network does.");
    }

    private string Difference()
    {
        var (trunk, sources) = (Trunk(), Sources());
        if (trunk.Count == 0) return "No layer of the file has the name and the shape of one of the network's.";
        var at = trunk.Zip(sources).TakeWhile(p => p.First.Fit(p.Second) is not null).Count();
        if (at == sources.Count) return $"The file ends after {at} layers with weights; the network has {trunk.Count} before its heads.";
        var shape = sources[at].Weight.Shape;
        var inputs = sources[at].IsConvolution ? shape[1] : shape[0];
        var theirsIs = NetworkLayer.Describe(sources[at].IsConvolution ? shape[3] : 0, inputs, sources[at].Outputs);
        var hint = at == 0 && trunk[0].Entry.Layer is Conv2d c && sources[0].IsConvolution && c.Kernel == shape[3] ? $" Ask for a width of {shape[0]}." : "";
        return $"Names do not match, and the layers differ: number {at + 1} of the file ({sources[at].Name}) is {theirsIs}, of the network ({trunk[at].Entry.Name}) {trunk[at]}.{hint}";
    }

    private static int Kernel(Layer layer) => layer switch { Conv2d c => c.Kernel, DepthwiseConv2d d => d.Kernel, _ => 0 };
}
