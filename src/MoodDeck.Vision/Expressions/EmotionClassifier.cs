using System.Buffers;
using MoodDeck.Core.Mood;
using MoodDeck.Onnx;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Expressions;

/// <summary>Reads expressions with a convolutional network, ours or the user's own.</summary>
public sealed class EmotionClassifier : IEmotionClassifier
{
    private readonly IInferenceSession _session;
    private readonly ModelMetadata _metadata;
    private readonly EmotionModelContract _contract;
    private readonly EmotionClassifierOptions _options;

    private EmotionClassifier(string name, IInferenceSession session, ModelMetadata metadata, EmotionModelContract contract, EmotionClassifierOptions options) =>
        (Name, _session, _metadata, _contract, _options) = (name, session, metadata, contract, options);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int CropWidth => _contract.Width;

    /// <inheritdoc/>
    public int CropHeight => _contract.Height;

    /// <summary>Opens an emotion model; metadata it lacks may stand in <c>MODEL.onnx.json</c> beside it.</summary>
    /// <exception cref="VisionModelException">The file is missing, or is not an emotion model; the message says why.</exception>
    public static EmotionClassifier Open(string modelPath, EmotionClassifierOptions? options = null)
    {
        options ??= new();
        options.Validate();
        var session = ModelFiles.Open(modelPath, VisionOptions.TrainEmotion, options.Threads);
        try
        {
            var metadata = ModelMetadata.Read(modelPath, session);
            var contract = EmotionModelContract.Read(metadata, session);
            return new(metadata.Name, session, metadata, contract, options);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public SampleWindow WindowOf(FaceBox face) => SampleWindow.Square(
        face.CentreX, face.CentreY + (_contract.CropShiftY * face.Height), _contract.CropScale * Math.Max(face.Width, face.Height));

    /// <inheritdoc/>
    public IReadOnlyList<EmotionPrediction> Classify(ReadOnlySpan<float> crops)
    {
        var size = CropWidth * CropHeight;
        if (crops.Length % size != 0) throw new ArgumentException($"Expected a multiple of {size} samples, got {crops.Length}.", nameof(crops));
        var count = crops.Length / size;
        var results = new EmotionPrediction[count];
        var step = _contract.Batches ? Math.Min(_options.BatchSize, Math.Max(count, 1)) : 1;
        for (var first = 0; first < count; first += step)
        {
            var n = Math.Min(step, count - first);
            Classify(crops.Slice(first * size, n * size), results.AsSpan(first, n));
        }

        return results;
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private void Classify(ReadOnlySpan<float> crops, Span<EmotionPrediction> results)
    {
        var n = results.Length;
        var rented = ArrayPool<float>.Shared.Rent(crops.Length * _contract.Channels);
        try
        {
            var input = new OnnxTensor(rented, n, _contract.Channels, CropHeight, CropWidth);
            Fill(crops, input.Span, mirrored: false);
            var outputs = Run(input);
            if (_options.AverageMirrored)
            {
                Fill(crops, input.Span, mirrored: true);
                Average(outputs, Run(input));
            }

            for (var i = 0; i < n; i++) results[i] = Read(outputs, i);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private OnnxTensor[] Run(OnnxTensor input)
    {
        OnnxTensor[] outputs;
        try
        {
            outputs = _session.Run(input);
        }
        catch (OnnxException e)
        {
            throw _metadata.Refuse(e.Message, e);
        }

        // A size that the model leaves free is known only now.
        foreach (var output in (EmotionOutput?[])[_contract.FerPlus, _contract.Fer2013])
        {
            if (output is not null && outputs[output.Index] is var logits && !logits.Shape.SequenceEqual([input.Shape[0], output.Order.Length]))
                throw _metadata.Refuse($"it answers {input} with {logits}. Expected [{input.Shape[0]}, {output.Order.Length}].");
        }

        return outputs;
    }

    private void Fill(ReadOnlySpan<float> crops, Span<float> input, bool mirrored)
    {
        float mean = (float)_contract.Mean, factor = (float)(1 / _contract.Std);
        var size = CropWidth * CropHeight;
        for (var from = 0; from < crops.Length; from += size)
        {
            var plane = input.Slice(from * _contract.Channels, size);
            for (var i = 0; i < size; i++) plane[i] = (crops[from + i] - mean) * factor;
            if (mirrored) for (var y = 0; y < size; y += CropWidth) plane.Slice(y, CropWidth).Reverse();
            for (var c = 1; c < _contract.Channels; c++) plane.CopyTo(input[((from * _contract.Channels) + (c * size))..]);
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

    private EmotionPrediction Read(OnnxTensor[] outputs, int face)
    {
        var fer2013 = _contract.Fer2013 is { } seven ? Softmax(Row(outputs, seven, face)) : null;
        var scores = _contract.FerPlus is { } eight ? EmotionScores.FromWeights(Softmax(Row(outputs, eight, face))) : FromSeven(fer2013!);
        return new(scores, fer2013, scores[scores.Top] < (_options.UnsureBelow ?? _contract.UnsureBelow));
    }

    private float[] Row(OnnxTensor[] outputs, EmotionOutput output, int face)
    {
        var columns = output.Order.Length;
        var logits = outputs[output.Index].Span.Slice(face * columns, columns);
        var row = new float[columns];
        for (var i = 0; i < columns; i++)
        {
            row[i] = logits[output.Order[i]];
            if (!float.IsFinite(row[i])) throw _metadata.Refuse("it gives something that is not a number. Train it again.");
        }

        return row;
    }

    // Softmax of logits divided by the temperature (Guo et al. 2017).
    private double[] Softmax(float[] logits)
    {
        var max = logits.Max();
        var weights = Array.ConvertAll(logits, l => Math.Exp((l - max) / _contract.Temperature));
        var sum = weights.Sum();
        return Array.ConvertAll(weights, w => w / sum);
    }

    // FER2013 knows no contempt; a model of its seven never says so.
    private static EmotionScores FromSeven(double[] seven)
    {
        Span<double> eight = stackalloc double[Emotions.Count];
        eight.Clear();
        for (var i = 0; i < seven.Length; i++) eight[(int)ExpressionLabels.Fer2013Emotions[i]] = seven[i];
        return EmotionScores.FromWeights(eight);
    }
}
