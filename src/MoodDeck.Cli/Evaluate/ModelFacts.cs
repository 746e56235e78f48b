using System.Globalization;
using MoodDeck.Onnx;

namespace MoodDeck.Cli.Evaluate;

/// <summary>How large a model is.</summary>
/// <param name="Parameters">Learned numbers; null where the file does not say.</param>
/// <param name="Macs">Multiply-accumulates of one face; null where the file does not say.</param>
/// <param name="FileBytes">Length of the file.</param>
internal sealed record ModelFacts(long? Parameters, long? Macs, long FileBytes)
{
    /// <summary>Reads what the file says of itself.</summary>
    /// <exception cref="OnnxException">It is not a model.</exception>
    public static ModelFacts Of(string path)
    {
        using var session = OnnxRuntime.Default.Open(path);
        return new(Number("mooddeck.parameters"), Number("mooddeck.macs"), new FileInfo(path).Length);

        long? Number(string key) =>
            session.Metadata.TryGetValue(key, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
    }
}
