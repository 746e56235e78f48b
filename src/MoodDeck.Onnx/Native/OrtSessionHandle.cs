using System.Runtime.InteropServices;

namespace MoodDeck.Onnx.Native;

/// <summary>A native session with the UTF-8 names of its tensors; released when the last run in progress has ended.</summary>
internal sealed class OrtSessionHandle : SafeHandle
{
    private readonly OrtApi _api;
    private nint[] _names = [];

    public OrtSessionHandle(OrtApi api, nint session) : base(0, ownsHandle: true)
    {
        _api = api;
        SetHandle(session);
    }

    public override bool IsInvalid => handle == 0;

    public nint[] KeepNames(IReadOnlyList<OnnxTensorInfo> infos)
    {
        var names = infos.Select(i => Marshal.StringToCoTaskMemUTF8(i.Name)).ToArray();
        _names = [.. _names, .. names];
        return names;
    }

    protected override bool ReleaseHandle()
    {
        _api.ReleaseSession(handle);
        foreach (var name in _names) Marshal.FreeCoTaskMem(name);
        return true;
    }
}
