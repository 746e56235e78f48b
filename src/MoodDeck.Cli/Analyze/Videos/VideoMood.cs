using MoodDeck.Core.Mood;
using MoodDeck.Vision.Live;

namespace MoodDeck.Cli.Analyze.Videos;

/// <summary>
/// The mood of a whole video: the mean over the frames in which a face was judged, as wide as the moods of these frames are
/// and differ.
/// </summary>
internal sealed class VideoMood
{
    private readonly List<VadGaussian> _moods = [];
    private DateTimeOffset _last;

    /// <summary>Takes a frame in.</summary>
    public void Add(LiveFrame frame)
    {
        if (frame.Mood is { } mood && frame.Faces.Any(f => f.IsJudged)) _moods.Add(mood.Vad);
        _last = frame.At;
    }

    /// <summary>The mood; null when no face was judged.</summary>
    public MoodEstimate? Mean()
    {
        if (_moods.Count == 0) return null;
        var share = 1.0 / _moods.Count;
        var mean = Vad.Neutral;
        foreach (var mood in _moods) mean += share * mood.Mean;
        VadCovariance covariance = default;
        foreach (var mood in _moods) covariance += share * (mood.Covariance + VadCovariance.Outer(mood.Mean - mean));
        return MoodEstimate.Of(new(mean, covariance), _last);
    }
}
