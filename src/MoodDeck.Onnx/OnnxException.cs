namespace MoodDeck.Onnx;

/// <summary>
/// The one exception of this binding: the library is missing, a file is not a model, or a tensor does not fit. The
/// message says what is wrong and what to do.
/// </summary>
public sealed class OnnxException : Exception
{
    /// <summary>An unexplained failure.</summary>
    public OnnxException() : base("ONNX Runtime failed.") { }

    /// <summary>A failure with its explanation.</summary>
    public OnnxException(string message) : base(message) { }

    /// <summary>A failure with its explanation and cause.</summary>
    public OnnxException(string message, Exception innerException) : base(message, innerException) { }
}
