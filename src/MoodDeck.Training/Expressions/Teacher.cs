using System.Numerics.Tensors;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions.Heads;
using MoodDeck.Training.Kernels;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Expressions;

/// <summary>
/// One or more models that answer the very pictures their pupil sees (Beyer et al. 2022, "A good teacher is patient and
/// consistent"); of several, the mean of their probabilities is taught.
/// </summary>
internal sealed class Teacher : IDisposable
{
    private readonly List<EmotionClassifier> _models = [];
    private readonly PixelNormalisation _normalisation;
    private float[] _faces = [];

    /// <summary>Opens the teachers of a pupil whose inputs are normalised so.</summary>
    /// <exception cref="InvalidDataException">One reads pictures of another size.</exception>
    public Teacher(IReadOnlyList<string> modelPaths, PixelNormalisation normalisation)
    {
        _normalisation = normalisation;
        try
        {
            foreach (var path in modelPaths)
            {
                var model = EmotionClassifier.Open(path);
                _models.Add(model);
                if (model.CropWidth != FaceImageSet.Side || model.CropHeight != FaceImageSet.Side)
                    throw new InvalidDataException($"The teacher {path} reads faces of {model.CropWidth} x {model.CropHeight} pixels; these are {FaceImageSet.Side} x {FaceImageSet.Side}. Give one of that size.");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Hands every class head the teachers' probabilities for a batch of inputs.</summary>
    public void Teach(Tensor input, IReadOnlyList<ClassHead> heads, WorkerPool pool)
    {
        if (_faces.Length != input.Length) _faces = new float[input.Length];
        TensorPrimitives.Multiply(input.Span, _normalisation.Deviation, _faces);
        TensorPrimitives.Add(_faces, _normalisation.Mean, _faces);
        var answers = new IReadOnlyList<EmotionPrediction>[_models.Count];
        pool.Run(_models.Count, i => answers[i] = _models[i].Classify(_faces));
        foreach (var head in heads)
        {
            // A teacher of the eight alone has nothing to say of FER2013's seven.
            var speaking = answers.Where(a => head.Name != ExpressionHeads.Fer2013 || a[0].Fer2013 is not null).ToArray();
            if (speaking.Length == 0) continue;
            var taught = head.Taught ??= new float[head.Targets.Length];
            Array.Clear(taught);
            foreach (var answer in speaking)
            {
                for (var i = 0; i < answer.Count; i++)
                {
                    for (var c = 0; c < head.Width; c++)
                        taught[(i * head.Width) + c] += (float)(head.Name == ExpressionHeads.Fer2013 ? answer[i].Fer2013![c] : answer[i].Scores[c]) / speaking.Length;
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var model in _models) model.Dispose();
    }
}
