using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Vision.Personal;

/// <summary>What is known of a listener's face with one model.</summary>
internal sealed class PersonalHead
{
    private readonly RestingShift? _rest;
    private readonly CorrectionHead? _corrections;

    public PersonalHead(RestingFace? rest, IReadOnlyList<FaceCorrection> corrections, PersonalFaceOptions options)
    {
        _rest = rest is null ? null : new(rest, options);
        var known = corrections.Select(c => (Point: UnitVectors.Of(c.Embedding), c.Said, c.Label)).Where(c => !c.Point.IsEmpty).TakeLast(options.LargestCount).ToArray();
        if (known.Length == 0) return;
        // Corrections are learned on top of the resting face, so that what that explains is not learned twice.
        var logs = Array.ConvertAll(known, c => Rested(c.Point, c.Said));
        _corrections = new(Array.ConvertAll(known, c => c.Point), logs, Array.ConvertAll(known, c => c.Label), options);
    }

    public EmotionPrediction Adjust(EmotionPrediction general, UnsureRule rule)
    {
        var unit = UnitVectors.Of(general.Embedding);
        var logs = Rested(unit, general.Scores);
        if (!unit.IsEmpty) _corrections?.AddTo(unit, logs);
        var scores = LogProbabilities.Softmax(logs);
        return general with
        {
            Scores = scores,
            IsUnsure = rule.Holds(scores),
            // The model's own point moves as far as the expressions' does.
            Vad = general.Vad is { } said ? (said + (scores.ToVad().Mean - general.Scores.ToVad().Mean)).Clamp() : null,
            BeforeListener = general,
        };
    }

    private double[] Rested(ReadOnlyMemory<float> unit, EmotionScores said)
    {
        var logs = LogProbabilities.Of(said);
        _rest?.AddTo(unit, logs);
        return logs;
    }
}
