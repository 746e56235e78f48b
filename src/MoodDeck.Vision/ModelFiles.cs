using MoodDeck.Onnx;

namespace MoodDeck.Vision;

/// <summary>Opening model files, with errors that say how to get them.</summary>
internal static class ModelFiles
{
    public static IInferenceSession Open(string path, string trainCommand, int threads)
    {
        if (!File.Exists(path)) throw new VisionModelException($"The model {path} is missing. Make it with: {trainCommand}");
        try
        {
            return OnnxRuntime.Default.Open(path, new OnnxSessionOptions { Threads = threads });
        }
        catch (OnnxException e)
        {
            throw new VisionModelException(e.Message, e);
        }
    }
}
