using System.Buffers;
using MoodDeck.Onnx;

namespace MoodDeck.Vision.Faces;

/// <summary>The detector's input and output tensors for one run, in one rented block.</summary>
internal sealed class FaceMaps : IDisposable
{
    private readonly float[] _block;
    private readonly OnnxTensor[] _outputs;
    private readonly IReadOnlyList<OnnxTensorInfo> _infos;
    private int _used;

    public FaceMaps(IInferenceSession session, IReadOnlyList<int> strides, int columns, int rows)
    {
        _infos = session.Outputs;
        var cells = strides.Sum(s => columns / s * (rows / s));
        _block = ArrayPool<float>.Shared.Rent((columns * rows) + (5 * cells));
        Input = Take(1, columns, rows);
        _outputs = new OnnxTensor[_infos.Count];
        foreach (var s in strides)
        {
            _outputs[_infos.IndexOf(FaceModelContract.ScoreName(s))] = Take(1, columns / s, rows / s);
            _outputs[_infos.IndexOf(FaceModelContract.BoxName(s))] = Take(4, columns / s, rows / s);
        }
    }

    public OnnxTensor Input { get; }

    public ReadOnlySpan<float> Scores(int stride) => _outputs[_infos.IndexOf(FaceModelContract.ScoreName(stride))].Span;

    public ReadOnlySpan<float> Boxes(int stride) => _outputs[_infos.IndexOf(FaceModelContract.BoxName(stride))].Span;

    public void Run(IInferenceSession session) => session.RunInto([Input], _outputs);

    public void Dispose() => ArrayPool<float>.Shared.Return(_block);

    private OnnxTensor Take(int channels, int columns, int rows)
    {
        var count = channels * columns * rows;
        OnnxTensor tensor = new(_block.AsMemory(_used, count), 1, channels, rows, columns);
        _used += count;
        return tensor;
    }
}
