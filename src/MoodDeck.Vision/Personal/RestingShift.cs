using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Personal;

/// <summary>
/// What a resting face takes from the expressions it looks like: so much that it reads as neutral by a margin, and nothing
/// from a face that does so already. On faces unlike the resting one less is taken, so that real expressions stay.
/// </summary>
internal sealed class RestingShift
{
    private readonly double[] _shift = new double[Emotions.Count];
    private readonly ReadOnlyMemory<float> _rest;
    private readonly PersonalFaceOptions _options;

    public RestingShift(RestingFace rest, PersonalFaceOptions options)
    {
        (_rest, _options) = (UnitVectors.Of(rest.Embedding), options);
        foreach (var e in Emotions.All)
            if (e != Emotion.Neutral) _shift[(int)e] = -Math.Clamp(rest.LogScores[(int)e] - rest.LogScores[(int)Emotion.Neutral] + options.NeutralMargin, 0, options.LargestShift);
    }

    /// <summary>Adds the shift for a face to its logarithms.</summary>
    /// <param name="unit">The face's embedding of length 1; empty when there is none.</param>
    /// <param name="logs">Eight logarithms.</param>
    public void AddTo(ReadOnlyMemory<float> unit, Span<double> logs)
    {
        var share = _rest.IsEmpty || unit.IsEmpty ? _options.ShareWithoutEmbedding : Math.Exp(-UnitVectors.Distance(_rest, unit) / _options.RestReach);
        for (var k = 0; k < _shift.Length; k++) logs[k] += share * _shift[k];
    }
}
