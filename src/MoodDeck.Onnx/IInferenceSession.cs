namespace MoodDeck.Onnx;

/// <summary>A loaded model. Safe for concurrent use; disposing it lets runs in progress end first.</summary>
public interface IInferenceSession : IDisposable
{
    /// <summary>What it takes, in the model's order.</summary>
    IReadOnlyList<OnnxTensorInfo> Inputs { get; }

    /// <summary>What it gives, in the model's order.</summary>
    IReadOnlyList<OnnxTensorInfo> Outputs { get; }

    /// <summary>The model's custom metadata (<c>metadata_props</c>).</summary>
    IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Runs the model; the outputs, in the model's order, have memory of their own.</summary>
    /// <param name="inputs">One tensor for each of <see cref="Inputs"/>, in that order.</param>
    /// <exception cref="OnnxException">Wrong number, type or dimensions of inputs, or the run failed.</exception>
    /// <exception cref="ObjectDisposedException">The session was disposed.</exception>
    OnnxTensor[] Run(params ReadOnlySpan<OnnxTensor> inputs);

    /// <summary>Runs the model into memory the caller owns, so that a hot path allocates next to nothing.</summary>
    /// <param name="inputs">One tensor for each of <see cref="Inputs"/>, in that order.</param>
    /// <param name="outputs">One tensor for each of <see cref="Outputs"/>, of exactly the dimensions the run gives.</param>
    /// <exception cref="OnnxException">Wrong number, type or dimensions of tensors, or the run failed.</exception>
    /// <exception cref="ObjectDisposedException">The session was disposed.</exception>
    void RunInto(ReadOnlySpan<OnnxTensor> inputs, ReadOnlySpan<OnnxTensor> outputs);
}
