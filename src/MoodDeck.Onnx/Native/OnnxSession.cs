using System.Buffers;

namespace MoodDeck.Onnx.Native;

internal sealed unsafe class OnnxSession : IInferenceSession
{
    private const int MostTensors = 64;

    private readonly OrtApi _api;
    private readonly OrtSessionHandle _handle;
    private readonly nint[] _inputNames;
    private readonly nint[] _outputNames;
    private readonly OnnxTensorInfo[] _inputs;
    private readonly OnnxTensorInfo[] _outputs;

    private OnnxSession(OrtApi api, OrtSessionHandle handle)
    {
        _api = api;
        _handle = handle;
        var session = handle.DangerousGetHandle();
        _inputs = api.Describe(session, inputs: true);
        _outputs = api.Describe(session, inputs: false);
        if (_inputs.Length > MostTensors || _outputs.Length > MostTensors)
            throw new OnnxException($"The model has {_inputs.Length} inputs and {_outputs.Length} outputs. Use one with at most {MostTensors} of each.");
        Metadata = api.ReadMetadata(session);
        _inputNames = handle.KeepNames(_inputs);
        _outputNames = handle.KeepNames(_outputs);
    }

    public IReadOnlyList<OnnxTensorInfo> Inputs => _inputs;

    public IReadOnlyList<OnnxTensorInfo> Outputs => _outputs;

    public IReadOnlyDictionary<string, string> Metadata { get; }

    public static OnnxSession Open(OrtApi api, string path, OnnxSessionOptions options)
    {
        try
        {
            return Own(api, api.CreateSession(path, options));
        }
        catch (OnnxException e)
        {
            throw new OnnxException($"{path} is not an ONNX model that can be run. Give a whole .onnx file. ({e.Message})", e);
        }
    }

    public static OnnxSession Open(OrtApi api, ReadOnlySpan<byte> model, OnnxSessionOptions options)
    {
        try
        {
            return Own(api, api.CreateSession(model, options));
        }
        catch (OnnxException e)
        {
            throw new OnnxException($"These {model.Length} bytes are not an ONNX model that can be run. Give a whole one. ({e.Message})", e);
        }
    }

    public OnnxTensor[] Run(params ReadOnlySpan<OnnxTensor> inputs)
    {
        Require(_inputs, inputs, "input");
        foreach (var output in _outputs) RequireFloat(output, "output");
        var values = stackalloc nint[_outputs.Length];
        new Span<nint>(values, _outputs.Length).Clear();
        try
        {
            Run(inputs, values);
            var results = new OnnxTensor[_outputs.Length];
            for (var i = 0; i < results.Length; i++) results[i] = _api.CopyOut(values[i]);
            return results;
        }
        finally
        {
            ReleaseAll(values, _outputs.Length);
        }
    }

    public void RunInto(ReadOnlySpan<OnnxTensor> inputs, ReadOnlySpan<OnnxTensor> outputs)
    {
        Require(_inputs, inputs, "input");
        Require(_outputs, outputs, "output");
        var values = stackalloc nint[outputs.Length];
        new Span<nint>(values, outputs.Length).Clear();
        var pins = new MemoryHandle[outputs.Length];
        try
        {
            Wrap(outputs, pins, values);
            Run(inputs, values);
        }
        finally
        {
            ReleaseAll(values, outputs.Length);
            Unpin(pins);
        }
    }

    public void Dispose() => _handle.Dispose();

    private static OnnxSession Own(OrtApi api, nint session)
    {
        OrtSessionHandle handle = new(api, session);
        try
        {
            return new OnnxSession(api, handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private void Run(ReadOnlySpan<OnnxTensor> inputs, nint* outputValues)
    {
        var inputValues = stackalloc nint[inputs.Length];
        new Span<nint>(inputValues, inputs.Length).Clear();
        var pins = new MemoryHandle[inputs.Length];
        var added = false;
        try
        {
            // Throws ObjectDisposedException once disposed, and keeps the session alive until this run has ended.
            _handle.DangerousAddRef(ref added);
            Wrap(inputs, pins, inputValues);
            fixed (nint* inputNames = _inputNames, outputNames = _outputNames)
                _api.Run(_handle.DangerousGetHandle(), inputNames, inputValues, inputs.Length, outputNames, outputValues, _outputs.Length);
        }
        catch (OnnxException e)
        {
            throw new OnnxException($"The model cannot be run on these tensors. Check their shapes. ({e.Message})", e);
        }
        finally
        {
            ReleaseAll(inputValues, inputs.Length);
            Unpin(pins);
            if (added) _handle.DangerousRelease();
        }
    }

    private void Wrap(ReadOnlySpan<OnnxTensor> tensors, MemoryHandle[] pins, nint* values)
    {
        for (var i = 0; i < tensors.Length; i++)
        {
            pins[i] = tensors[i].Data.Pin();
            values[i] = _api.CreateTensor(pins[i].Pointer, tensors[i].Data.Length, tensors[i].Shape);
        }
    }

    private void ReleaseAll(nint* values, int count)
    {
        for (var i = 0; i < count; i++) if (values[i] != 0) _api.ReleaseValue(values[i]);
    }

    private static void Unpin(MemoryHandle[] pins)
    {
        foreach (var pin in pins) pin.Dispose();
    }

    private static void Require(OnnxTensorInfo[] infos, ReadOnlySpan<OnnxTensor> tensors, string what)
    {
        if (tensors.Length != infos.Length)
            throw new OnnxException($"The model has {infos.Length} {what}s, got {tensors.Length}. Give one tensor for each of: {string.Join(", ", infos.Select(i => i.Name))}.");
        for (var i = 0; i < infos.Length; i++)
        {
            RequireFloat(infos[i], what);
            if (!infos[i].Accepts(tensors[i].Shape))
                throw new OnnxException($"The {what} \"{infos[i].Name}\" has the shape {infos[i].ShapeText}, got {tensors[i]}. Give a tensor of that shape.");
        }
    }

    private static void RequireFloat(OnnxTensorInfo info, string what)
    {
        if (info.ElementType != OnnxElementType.Float32)
            throw new OnnxException($"The {what} \"{info.Name}\" holds {info.ElementType}. Export the model with float32 {what}s.");
    }
}
