using System.Numerics.Tensors;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions.Heads;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Expressions;

/// <summary>A model that answers the very pictures its pupil sees (Beyer et al. 2022, "A good teacher is patient and consistent").</summary>
internal sealed class Teacher : IDisposable
{
    private readonly EmotionClassifier _model;
    private readonly PixelNormalisation _normalisation;
    private float[] _faces = [];

    /// <summary>Opens a teacher for a pupil whose inputs are normalised so.</summary>
    /// <exception cref="InvalidDataException">It reads pictures of another size.</exception>
    public Teacher(string modelPath, PixelNormalisation normalisation)
    {
        (_model, _normalisation) = (EmotionClassifier.Open(modelPath), normalisation);
        if (_model.CropWidth == FaceImageSet.Side && _model.CropHeight == FaceImageSet.Side) return;
        _model.Dispose();
        throw new InvalidDataException($"The teacher {modelPath} reads faces of {_model.CropWidth} x {_model.CropHeight} pixels; these are {FaceImageSet.Side} x {FaceImageSet.Side}. Give one of that size.");
    }

    /// <summary>Hands every class head the teacher's probabilities for a batch of inputs.</summary>
    public void Teach(Tensor input, IEnumerable<ClassHead> heads)
    {
        if (_faces.Length != input.Length) _faces = new float[input.Length];
        TensorPrimitives.Multiply(input.Span, _normalisation.Deviation, _faces);
        TensorPrimitives.Add(_faces, _normalisation.Mean, _faces);
        var answers = _model.Classify(_faces);
        foreach (var head in heads)
        {
            // A teacher of the eight alone has nothing to say of FER2013's seven.
            if (head.Name == ExpressionHeads.Fer2013 && answers[0].Fer2013 is null) continue;
            head.Taught ??= new float[head.Targets.Length];
            for (var i = 0; i < answers.Count; i++)
            {
                for (var c = 0; c < head.Width; c++)
                    head.Taught[(i * head.Width) + c] = (float)(head.Name == ExpressionHeads.Fer2013 ? answers[i].Fer2013![c] : answers[i].Scores[c]);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();
}
