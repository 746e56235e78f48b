using System.Buffers;
using MoodDeck.Onnx;

namespace MoodDeck.Vision.Expressions;

/// <summary>Receives the outputs for some of the crops.</summary>
/// <param name="outputs">All outputs of the model, mirror images averaged in.</param>
/// <param name="first">The number of the first of these crops among all.</param>
/// <param name="count">How many these are.</param>
internal delegate void ExpressionOutputs(OnnxTensor[] outputs, int first, int count);

/// <summary>An opened emotion model and what is done to crops before it sees them. Safe for concurrent use.</summary>
internal sealed class ExpressionModel : IDisposable
{
    private readonly IInferenceSession _session;
    private readonly bool _averagesMirrored;
    private readonly int _batchSize;

    private ExpressionModel(IInferenceSession session, ModelMetadata metadata, EmotionModelContract contract, string digest, EmotionClassifierOptions options)
    {
        (_session, Metadata, Contract, Id) = (session, metadata, contract, $"{metadata.Name}@{digest}");
        _averagesMirrored = options.AverageMirrored ?? contract.AveragesMirrored;
        _batchSize = contract.Batches ? options.BatchSize : 1;
    }

    public ModelMetadata Metadata { get; }

    public EmotionModelContract Contract { get; }

    /// <summary>See <see cref="IEmotionClassifier.ModelId"/>.</summary>
    public string Id { get; }

    private int CropLength => Contract.Width * Contract.Height;

    /// <summary>Opens a model that <paramref name="requires"/> agrees to by not throwing.</summary>
    public static ExpressionModel Open(string path, EmotionClassifierOptions options, Action<ModelMetadata, EmotionModelContract> requires)
    {
        options.Validate();
        var session = ModelFiles.Open(path, VisionOptions.TrainEmotion, options.Threads);
        try
        {
            var metadata = ModelMetadata.Read(path, session);
            var contract = EmotionModelContract.Read(metadata, session);
            requires(metadata, contract);
            return new(session, metadata, contract, ModelDigest.Of(path), options);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>How many crops these are.</summary>
    /// <exception cref="ArgumentException">The length is not a multiple of a crop's.</exception>
    public int Count(ReadOnlySpan<float> crops) =>
        crops.Length % CropLength == 0 ? crops.Length / CropLength : throw new ArgumentException($"Expected a multiple of {CropLength} samples, got {crops.Length}.", nameof(crops));

    /// <summary>Runs the model over crops, some at a time, in their order.</summary>
    public void Run(ReadOnlySpan<float> crops, ExpressionOutputs receive)
    {
        var count = Count(crops);
        var step = Math.Min(_batchSize, Math.Max(count, 1));
        var rented = ArrayPool<float>.Shared.Rent(step * CropLength * Contract.Channels);
        try
        {
            for (var first = 0; first < count; first += step)
            {
                var n = Math.Min(step, count - first);
                var some = crops.Slice(first * CropLength, n * CropLength);
                OnnxTensor input = new(rented, n, Contract.Channels, Contract.Height, Contract.Width);
                Fill(some, input.Span, mirrored: false);
                var outputs = Run(input);
                if (_averagesMirrored)
                {
                    Fill(some, input.Span, mirrored: true);
                    Average(outputs, Run(input));
                }

                receive(outputs, first, n);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    /// <summary>One row of an output, its columns in our order.</summary>
    /// <exception cref="VisionModelException">Something in it is not a number.</exception>
    public float[] Row(OnnxTensor[] outputs, EmotionOutput output, int face)
    {
        var columns = output.Order.Length;
        var said = outputs[output.Index].Span.Slice(face * columns, columns);
        var row = new float[columns];
        for (var i = 0; i < columns; i++)
        {
            row[i] = said[output.Order[i]];
            if (!float.IsFinite(row[i])) throw Metadata.Refuse("it gives something that is not a number. Train it again.");
        }

        return row;
    }

    /// <summary>One row of an output as it is.</summary>
    public static float[] Copy(OnnxTensor output, int face)
    {
        var columns = output.Span.Length / output.Shape[0];
        return output.Span.Slice(face * columns, columns).ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private OnnxTensor[] Run(OnnxTensor input)
    {
        OnnxTensor[] outputs;
        try
        {
            outputs = _session.Run(input);
        }
        catch (OnnxException e)
        {
            throw Metadata.Refuse(e.Message, e);
        }

        // A size that the model leaves free is known only now.
        foreach (var output in (EmotionOutput?[])[Contract.FerPlus, Contract.Fer2013, Contract.Vad])
        {
            if (output is not null && outputs[output.Index] is var said && !said.Shape.SequenceEqual([input.Shape[0], output.Order.Length]))
                throw Metadata.Refuse($"it answers {input} with {said}. Expected [{input.Shape[0]}, {output.Order.Length}].");
        }

        return outputs;
    }

    private void Fill(ReadOnlySpan<float> crops, Span<float> input, bool mirrored)
    {
        float mean = (float)Contract.Mean, factor = (float)(1 / Contract.Std);
        var size = CropLength;
        for (var from = 0; from < crops.Length; from += size)
        {
            var plane = input.Slice(from * Contract.Channels, size);
            crops.Slice(from, size).CopyTo(plane);
            Contract.Preprocessing.Apply(plane, Contract.Width, Contract.Height);
            foreach (ref var p in plane) p = (p - mean) * factor;
            if (mirrored) for (var y = 0; y < size; y += Contract.Width) plane.Slice(y, Contract.Width).Reverse();
            for (var c = 1; c < Contract.Channels; c++) plane.CopyTo(input[((from * Contract.Channels) + (c * size))..]);
        }
    }

    private static void Average(OnnxTensor[] outputs, OnnxTensor[] mirrored)
    {
        for (var i = 0; i < outputs.Length; i++)
        {
            Span<float> a = outputs[i].Span, b = mirrored[i].Span;
            for (var k = 0; k < a.Length; k++) a[k] = (a[k] + b[k]) / 2;
        }
    }
}
