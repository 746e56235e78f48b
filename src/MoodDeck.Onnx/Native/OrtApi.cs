using System.Runtime.InteropServices;

namespace MoodDeck.Onnx.Native;

/// <summary>ONNX Runtime's function table with its process-wide environment; every call turns a status into an exception.</summary>
internal sealed unsafe class OrtApi
{
    // Errors come back as statuses; the library must not print them a second time.
    private const int LogFatalOnly = 4;
    private const int ArenaAllocator = 1;
    private const int DefaultMemory = 0;
    private const int AllOptimizations = 99;

    private readonly nint* _table;
    private readonly nint _env;
    private readonly nint _allocator;

    private OrtApi(nint* table, string version)
    {
        _table = table;
        Version = version;
        nint env, memoryInfo, allocator;
        fixed (byte* name = "MoodDeck\0"u8)
            Check(((delegate* unmanaged<int, byte*, nint*, nint>)_table[OrtIndex.CreateEnv])(LogFatalOnly, name, &env));
        _env = env;
        Check(((delegate* unmanaged<nint, nint>)_table[OrtIndex.DisableTelemetryEvents])(_env));
        Check(((delegate* unmanaged<int, int, nint*, nint>)_table[OrtIndex.CreateCpuMemoryInfo])(ArenaAllocator, DefaultMemory, &memoryInfo));
        MemoryInfo = memoryInfo;
        Check(((delegate* unmanaged<nint*, nint>)_table[OrtIndex.GetAllocatorWithDefaultOptions])(&allocator));
        _allocator = allocator;
    }

    public string Version { get; }

    private nint MemoryInfo { get; }

    // The library and its environment live as long as the process: ONNX Runtime keeps threads that do not survive unloading.
    public static OrtApi Load(string path)
    {
        nint library;
        try
        {
            library = NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new OnnxException($"{path} cannot be loaded as ONNX Runtime for {RuntimeInformation.OSArchitecture}. Set {OnnxRuntime.LibraryVariable} to a copy that fits. ({e.Message.ReplaceLineEndings(" ")})", e);
        }

        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out var getBase))
            throw new OnnxException($"{path} is not ONNX Runtime. Set {OnnxRuntime.LibraryVariable} to a libonnxruntime.so.");
        var apiBase = (nint*)((delegate* unmanaged<nint>)getBase)();
        var version = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)apiBase[1])()) ?? "unknown";
        var table = (nint*)((delegate* unmanaged<uint, nint>)apiBase[0])(OrtIndex.ApiVersion);
        if (table is null)
            throw new OnnxException($"{path} is ONNX Runtime {version}, which is too old. Set {OnnxRuntime.LibraryVariable} to version 1.{OrtIndex.ApiVersion} or newer.");
        return new OrtApi(table, version);
    }

    public nint CreateSession(string path, OnnxSessionOptions options)
    {
        var utf8 = Marshal.StringToCoTaskMemUTF8(path);
        var native = CreateOptions(options);
        try
        {
            nint session;
            Check(((delegate* unmanaged<nint, nint, nint, nint*, nint>)_table[OrtIndex.CreateSession])(_env, utf8, native, &session));
            return session;
        }
        finally
        {
            Release(OrtIndex.ReleaseSessionOptions, native);
            Marshal.FreeCoTaskMem(utf8);
        }
    }

    public nint CreateSession(ReadOnlySpan<byte> model, OnnxSessionOptions options)
    {
        var native = CreateOptions(options);
        try
        {
            nint session;
            fixed (byte* bytes = model)
            {
                Check(((delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint>)_table[OrtIndex.CreateSessionFromArray])(
                    _env, bytes, (nuint)model.Length, native, &session));
            }

            return session;
        }
        finally
        {
            Release(OrtIndex.ReleaseSessionOptions, native);
        }
    }

    public void ReleaseSession(nint session) => Release(OrtIndex.ReleaseSession, session);

    public void ReleaseValue(nint value) => Release(OrtIndex.ReleaseValue, value);

    public OnnxTensorInfo[] Describe(nint session, bool inputs)
    {
        nuint count;
        Check(((delegate* unmanaged<nint, nuint*, nint>)_table[inputs ? OrtIndex.SessionGetInputCount : OrtIndex.SessionGetOutputCount])(session, &count));
        var infos = new OnnxTensorInfo[(int)count];
        for (var i = 0; i < infos.Length; i++) infos[i] = Describe(session, inputs, (nuint)i);
        return infos;
    }

    public Dictionary<string, string> ReadMetadata(nint session)
    {
        nint metadata, keys = 0;
        long count = 0;
        Check(((delegate* unmanaged<nint, nint*, nint>)_table[OrtIndex.SessionGetModelMetadata])(session, &metadata));
        try
        {
            Check(((delegate* unmanaged<nint, nint, nint*, long*, nint>)_table[OrtIndex.ModelMetadataGetCustomMetadataMapKeys])(metadata, _allocator, &keys, &count));
            Dictionary<string, string> result = new((int)count, StringComparer.Ordinal);
            for (long i = 0; i < count; i++)
            {
                var key = ((nint*)keys)[i];
                nint value;
                Check(((delegate* unmanaged<nint, nint, nint, nint*, nint>)_table[OrtIndex.ModelMetadataLookupCustomMetadataMap])(metadata, _allocator, key, &value));
                result[Marshal.PtrToStringUTF8(key) ?? ""] = TakeString(value);
            }

            return result;
        }
        finally
        {
            for (long i = 0; i < count; i++) Free(((nint*)keys)[i]);
            if (keys != 0) Free(keys);
            Release(OrtIndex.ReleaseModelMetadata, metadata);
        }
    }

    /// <summary>Wraps memory that must stay pinned until the value is released.</summary>
    public nint CreateTensor(void* data, int elements, ReadOnlySpan<int> shape)
    {
        var dimensions = stackalloc long[shape.Length];
        for (var i = 0; i < shape.Length; i++) dimensions[i] = shape[i];
        nint value;
        Check(((delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)_table[OrtIndex.CreateTensorWithDataAsOrtValue])(
            MemoryInfo, data, (nuint)elements * sizeof(float), dimensions, (nuint)shape.Length, (int)OnnxElementType.Float32, &value));
        return value;
    }

    /// <summary>Runs a session; outputs that are 0 are allocated by the library and belong to the caller.</summary>
    public void Run(nint session, nint* inputNames, nint* inputs, int inputCount, nint* outputNames, nint* outputs, int outputCount) =>
        Check(((delegate* unmanaged<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)_table[OrtIndex.Run])(
            session, 0, inputNames, inputs, (nuint)inputCount, outputNames, (nuint)outputCount, outputs));

    public OnnxTensor CopyOut(nint value)
    {
        nint info;
        Check(((delegate* unmanaged<nint, nint*, nint>)_table[OrtIndex.GetTensorTypeAndShape])(value, &info));
        int[] shape;
        try
        {
            shape = DimensionsOf(info);
        }
        finally
        {
            Release(OrtIndex.ReleaseTensorTypeAndShapeInfo, info);
        }

        var tensor = OnnxTensor.Zeros(shape);
        if (tensor.Data.IsEmpty) return tensor;
        float* data;
        Check(((delegate* unmanaged<nint, float**, nint>)_table[OrtIndex.GetTensorMutableData])(value, &data));
        new ReadOnlySpan<float>(data, tensor.Data.Length).CopyTo(tensor.Span);
        return tensor;
    }

    private nint CreateOptions(OnnxSessionOptions options)
    {
        nint native;
        Check(((delegate* unmanaged<nint*, nint>)_table[OrtIndex.CreateSessionOptions])(&native));
        try
        {
            Check(((delegate* unmanaged<nint, int, nint>)_table[OrtIndex.SetSessionGraphOptimizationLevel])(native, AllOptimizations));
            Check(((delegate* unmanaged<nint, int, nint>)_table[OrtIndex.SetIntraOpNumThreads])(native, options.Threads));
            Check(((delegate* unmanaged<nint, int, nint>)_table[OrtIndex.SetInterOpNumThreads])(native, 1));
            // Idle worker threads that spin would take a core from the audio player.
            fixed (byte* key = "session.intra_op.allow_spinning\0"u8, value = "0\0"u8)
                Check(((delegate* unmanaged<nint, byte*, byte*, nint>)_table[OrtIndex.AddSessionConfigEntry])(native, key, value));
            return native;
        }
        catch
        {
            Release(OrtIndex.ReleaseSessionOptions, native);
            throw;
        }
    }

    private OnnxTensorInfo Describe(nint session, bool input, nuint index)
    {
        nint name, typeInfo, tensorInfo;
        Check(((delegate* unmanaged<nint, nuint, nint, nint*, nint>)_table[input ? OrtIndex.SessionGetInputName : OrtIndex.SessionGetOutputName])(session, index, _allocator, &name));
        var text = TakeString(name);
        Check(((delegate* unmanaged<nint, nuint, nint*, nint>)_table[input ? OrtIndex.SessionGetInputTypeInfo : OrtIndex.SessionGetOutputTypeInfo])(session, index, &typeInfo));
        try
        {
            Check(((delegate* unmanaged<nint, nint*, nint>)_table[OrtIndex.CastTypeInfoToTensorInfo])(typeInfo, &tensorInfo));
            if (tensorInfo == 0) return new(text, OnnxElementType.Other, []);
            int type;
            Check(((delegate* unmanaged<nint, int*, nint>)_table[OrtIndex.GetTensorElementType])(tensorInfo, &type));
            var known = Enum.IsDefined((OnnxElementType)type) ? (OnnxElementType)type : OnnxElementType.Other;
            return new(text, known, DimensionsOf(tensorInfo));
        }
        finally
        {
            Release(OrtIndex.ReleaseTypeInfo, typeInfo);
        }
    }

    private int[] DimensionsOf(nint tensorInfo)
    {
        nuint count;
        Check(((delegate* unmanaged<nint, nuint*, nint>)_table[OrtIndex.GetDimensionsCount])(tensorInfo, &count));
        var dimensions = new long[(int)count];
        fixed (long* p = dimensions)
            Check(((delegate* unmanaged<nint, long*, nuint, nint>)_table[OrtIndex.GetDimensions])(tensorInfo, p, count));
        return Array.ConvertAll(dimensions, d => d is >= -1 and <= int.MaxValue
            ? (int)d
            : throw new OnnxException($"A tensor has a dimension of {d}. Use a smaller model."));
    }

    private string TakeString(nint text)
    {
        var result = Marshal.PtrToStringUTF8(text) ?? "";
        Free(text);
        return result;
    }

    private void Free(nint memory) => Check(((delegate* unmanaged<nint, nint, nint>)_table[OrtIndex.AllocatorFree])(_allocator, memory));

    private void Release(int index, nint handle) => ((delegate* unmanaged<nint, void>)_table[index])(handle);

    private void Check(nint status)
    {
        if (status == 0) return;
        var message = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)_table[OrtIndex.GetErrorMessage])(status)) ?? "unknown error";
        Release(OrtIndex.ReleaseStatus, status);
        throw new OnnxException(message.ReplaceLineEndings(" "));
    }
}
