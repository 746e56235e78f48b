using System.Diagnostics.CodeAnalysis;

namespace MoodDeck.Onnx;

/// <summary>Element types of tensors, with the values of <c>ONNXTensorElementDataType</c>.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Naming types is what this enumeration is for.")]
public enum OnnxElementType
{
    /// <summary>Not a tensor, or a type this binding does not name.</summary>
    Other = 0,
    /// <summary>32-bit floating point; the only type that <see cref="IInferenceSession"/> runs on.</summary>
    Float32 = 1,
    /// <summary>Unsigned 8-bit integer.</summary>
    UInt8 = 2,
    /// <summary>Signed 8-bit integer.</summary>
    Int8 = 3,
    /// <summary>32-bit integer.</summary>
    Int32 = 6,
    /// <summary>64-bit integer.</summary>
    Int64 = 7,
    /// <summary>Text.</summary>
    Text = 8,
    /// <summary>Boolean.</summary>
    Boolean = 9,
    /// <summary>16-bit floating point.</summary>
    Float16 = 10,
    /// <summary>64-bit floating point.</summary>
    Float64 = 11,
}
