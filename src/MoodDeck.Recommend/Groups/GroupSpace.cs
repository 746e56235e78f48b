using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Groups;

/// <summary>
/// The space in which tracks are grouped: valence, arousal and five features of sound, each in standard deviations of the
/// sample. What is not known of a track is NaN and takes no part in its distances (the partial distance of Dixon 1979), so that
/// a track nobody listened to is grouped by its mood alone instead of with others nobody listened to.
/// </summary>
internal sealed class GroupSpace
{
    /// <summary>Axes: valence, arousal, then tempo, loudness spread, brightness, note beginnings and majorness.</summary>
    public const int Axes = 7;

    // Squared, the five together weigh 0.8 against the plane's 2: they part what sounds differently within a mood, and never
    // bring different moods together.
    private const float SoundWeight = 0.4f;

    private readonly float[] _mean = new float[Axes];
    private readonly float[] _scale = new float[Axes];

    /// <summary>The space of a sample.</summary>
    public GroupSpace(IReadOnlyList<(TrackMood Mood, TrackTone? Tone)> sample)
    {
        var raw = sample.Select(s => Raw(s.Mood, s.Tone)).ToList();
        var sigma = new float[Axes];
        for (var axis = 0; axis < Axes; axis++)
        {
            var known = raw.Select(r => r[axis]).Where(float.IsFinite).ToList();
            if (known.Count == 0) continue;
            _mean[axis] = known.Average();
            sigma[axis] = MathF.Sqrt(known.Average(x => (x - _mean[axis]) * (x - _mean[axis])));
        }

        // Valence and arousal have one measure already, which a library that differs along one of them only must not lose.
        sigma[0] = sigma[1] = MathF.Sqrt(((sigma[0] * sigma[0]) + (sigma[1] * sigma[1])) / 2);
        // An axis on which all are the same tells nothing.
        for (var axis = 0; axis < Axes; axis++) _scale[axis] = sigma[axis] > 1e-6f ? (axis < 2 ? 1 : SoundWeight) / sigma[axis] : 0;
    }

    /// <summary>Where a track lies.</summary>
    public float[] Place(TrackMood mood, TrackTone? tone)
    {
        var place = Raw(mood, tone);
        for (var axis = 0; axis < Axes; axis++) place[axis] = (place[axis] - _mean[axis]) * _scale[axis];
        return place;
    }

    /// <summary>How surely a track's mood is known, 0 to 1: the surest variance over its own.</summary>
    public static float Weight(TrackMood mood)
    {
        var variance = ((mood.Sigma.Valence * mood.Sigma.Valence) + (mood.Sigma.Arousal * mood.Sigma.Arousal)) / 2;
        const double surest = Closeness.SurestSigma * Closeness.SurestSigma;
        return (float)(surest / Math.Max(surest, variance));
    }

    /// <summary>Squared distance over the axes both know, scaled up to all of those the plane and sound have together.</summary>
    public static float Squared(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float plane = 0, sound = 0;
        var both = 0;
        for (var axis = 0; axis < 2; axis++) plane += (a[axis] - b[axis]) * (a[axis] - b[axis]);
        for (var axis = 2; axis < Axes; axis++)
        {
            var d = a[axis] - b[axis];
            if (float.IsNaN(d)) continue;
            sound += d * d;
            both++;
        }

        return both == 0 ? plane : plane + (sound * (Axes - 2) / both);
    }

    private static float[] Raw(TrackMood mood, TrackTone? tone)
    {
        var place = new float[Axes];
        (place[0], place[1]) = ((float)mood.Mean.Valence, (float)mood.Mean.Arousal);
        place.AsSpan(2).Fill(float.NaN);
        if (tone is not { } t) return place;
        // Tempo and brightness are heard as ratios.
        if (t.TempoBpm > 0) place[2] = (float)Math.Log2(t.TempoBpm);
        place[3] = (float)t.LoudnessSpreadDb;
        if (t.CentroidHertz > 0) place[4] = (float)Math.Log2(t.CentroidHertz);
        (place[5], place[6]) = ((float)t.OnsetsPerSecond, (float)t.Majorness);
        return place;
    }
}
