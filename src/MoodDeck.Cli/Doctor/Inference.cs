using MoodDeck.Onnx;

namespace MoodDeck.Cli.Doctor;

/// <summary>ONNX Runtime.</summary>
internal static class Inference
{
    /// <summary>Loads it.</summary>
    public static Finding Examine()
    {
        try
        {
            return Finding.Works("ONNX Runtime", $"{OnnxRuntime.Default.Version}, {OnnxRuntime.Default.LibraryPath}");
        }
        catch (OnnxException e)
        {
            return Finding.Lacks(
                "ONNX Runtime", e.Message, "no mood can be read from a camera or a photo",
                $"npm ci --ignore-scripts --prefix eng/onnxruntime, or set {OnnxRuntime.LibraryVariable} to a libonnxruntime.so");
        }
    }
}
