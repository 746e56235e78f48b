using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Import;

/// <summary>Makes one track of two that are the same song.</summary>
internal static class TrackMerge
{
    /// <summary>What is there, with what was unknown of it taken from a row.</summary>
    public static Track Fill(Track there, Track row) => there with
    {
        Artist = there.Artist ?? row.Artist,
        Album = there.Album ?? row.Album,
        Year = there.Year ?? row.Year,
        Language = there.Language ?? row.Language,
        Genre = there.Genre ?? row.Genre,
        DurationSeconds = there.DurationSeconds ?? row.DurationSeconds,
        Mood = Axes(there.Mood, row.Mood, static (mine, _) => mine >= VadCovariance.WidestSigma),
    };

    /// <summary>
    /// What an earlier import brought, with what a row knows in its place: the later table's word counts, but a figure never gives way
    /// to one that is less sure, nor anything to nothing.
    /// </summary>
    public static Track Replace(Track there, Track row) => there with
    {
        Artist = there.Artist ?? row.Artist,
        Album = row.Album ?? there.Album,
        Year = row.Year ?? there.Year,
        Language = row.Language ?? there.Language,
        Genre = row.Genre ?? there.Genre,
        DurationSeconds = row.DurationSeconds ?? there.DurationSeconds,
        Mood = Axes(there.Mood, row.Mood, static (mine, theirs) => theirs <= mine),
    };

    private static TrackMood Axes(TrackMood there, TrackMood row, Func<double, double, bool> gives)
    {
        var (valence, valenceSigma) = Axis(there.Mean.Valence, there.Sigma.Valence, row.Mean.Valence, row.Sigma.Valence);
        var (arousal, arousalSigma) = Axis(there.Mean.Arousal, there.Sigma.Arousal, row.Mean.Arousal, row.Sigma.Arousal);
        var (dominance, dominanceSigma) = Axis(there.Mean.Dominance, there.Sigma.Dominance, row.Mean.Dominance, row.Sigma.Dominance);
        return new(new(valence, arousal, dominance), new(valenceSigma, arousalSigma, dominanceSigma));

        (double Mean, double Sigma) Axis(double mine, double mySigma, double theirs, double theirSigma) =>
            theirSigma < VadCovariance.WidestSigma && gives(mySigma, theirSigma) ? (theirs, theirSigma) : (mine, mySigma);
    }
}
