namespace MoodDeck.Onnx;

/// <summary>Looking inputs and outputs up by name.</summary>
public static class OnnxTensorInfos
{
    /// <summary>The position of the tensor of that name; -1 when there is none.</summary>
    public static int IndexOf(this IReadOnlyList<OnnxTensorInfo> infos, string name)
    {
        ArgumentNullException.ThrowIfNull(infos);
        for (var i = 0; i < infos.Count; i++) if (infos[i].Name == name) return i;
        return -1;
    }
}
