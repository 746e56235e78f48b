using MoodDeck.Onnx.Native;

namespace MoodDeck.Onnx;

/// <summary>ONNX Runtime itself: finds the library and opens models.</summary>
public sealed class OnnxRuntime
{
    /// <summary>The environment variable that names another copy of the library.</summary>
    public const string LibraryVariable = "MOODDECK_ONNXRUNTIME";

    /// <summary>File name of the library that stands beside the assembly.</summary>
    public const string LibraryFileName = "libonnxruntime.so.1";

    // A failed load is not remembered, so that installing the library helps without a restart.
    private static readonly Lazy<OnnxRuntime> s_default = new(() => Load(), LazyThreadSafetyMode.PublicationOnly);

    private readonly OrtApi _api;

    private OnnxRuntime(OrtApi api, string libraryPath)
    {
        _api = api;
        LibraryPath = libraryPath;
    }

    /// <summary>The library this process uses, loaded once.</summary>
    /// <exception cref="OnnxException">The library is missing or does not fit.</exception>
    public static OnnxRuntime Default => s_default.Value;

    /// <summary>The version of the loaded library, such as <c>1.30.0</c>.</summary>
    public string Version => _api.Version;

    /// <summary>Where the library was loaded from.</summary>
    public string LibraryPath { get; }

    /// <summary>
    /// Loads the library from <paramref name="libraryPath"/>, else from <see cref="LibraryVariable"/>, else from beside
    /// the assembly.
    /// </summary>
    /// <exception cref="OnnxException">The library is missing or does not fit.</exception>
    public static OnnxRuntime Load(string? libraryPath = null)
    {
        var path = libraryPath ?? Environment.GetEnvironmentVariable(LibraryVariable);
        if (string.IsNullOrWhiteSpace(path)) path = Path.Combine(AppContext.BaseDirectory, LibraryFileName);
        if (!File.Exists(path))
        {
            throw new OnnxException(
                $"ONNX Runtime is missing: there is no file {path}. Type \"npm ci --ignore-scripts --prefix eng/onnxruntime\" in MoodDeck's folder and build again, or set {LibraryVariable} to a libonnxruntime.so.");
        }

        return new OnnxRuntime(OrtApi.Load(path), path);
    }

    /// <summary>Opens a model file.</summary>
    /// <exception cref="OnnxException">No such file, an empty one, or not an ONNX model this library can run.</exception>
    public IInferenceSession Open(string modelPath, OnnxSessionOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(modelPath);
        options ??= new();
        options.Validate();
        FileInfo file = new(modelPath);
        if (!file.Exists) throw new OnnxException($"There is no model file {modelPath}. Check the path.");
        if (file.Length == 0) throw new OnnxException($"The model file {modelPath} is empty. Fetch or train it again.");
        return OnnxSession.Open(_api, file.FullName, options);
    }

    /// <summary>Opens a model held in memory; the memory is not needed afterwards.</summary>
    /// <exception cref="OnnxException">Empty, or not an ONNX model this library can run.</exception>
    public IInferenceSession Open(ReadOnlySpan<byte> model, OnnxSessionOptions? options = null)
    {
        options ??= new();
        options.Validate();
        if (model.IsEmpty) throw new OnnxException("The model is empty. Fetch or train it again.");
        return OnnxSession.Open(_api, model, options);
    }
}
