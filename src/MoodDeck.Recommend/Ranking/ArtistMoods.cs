using MoodDeck.Recommend.Taste;

namespace MoodDeck.Recommend.Ranking;

/// <summary>
/// Songs by one artist are alike, so what is heard of one unsurely is told better with the others in view: empirical Bayes (Efron and
/// Morris 1975). An artist's centre is the mean of their songs, drawn to the mean of all artists; a song lies around its artist's centre;
/// how widely both spread is measured on the catalogue by the method of moments.
/// </summary>
internal sealed class ArtistMoods
{
    private readonly float[] _valence, _arousal, _centreVariance;
    private readonly double _within;

    public ArtistMoods(TrackIndex index)
    {
        var artists = index.Artists.ValueCount;
        var counts = new int[artists];
        (_valence, _arousal, _centreVariance) = (new float[artists], new float[artists], new float[artists]);
        var (squares, noise, total) = (0.0, 0.0, 0);
        for (var row = 0; row < index.Count; row++)
        {
            if (index.Artists[row] is not (> 0 and var artist) || index.MoodOf(row) is not { IsKnown: true } mood) continue;
            counts[artist]++;
            _valence[artist] += (float)mood.Mean.Valence;
            _arousal[artist] += (float)mood.Mean.Arousal;
            squares += (mood.Mean.Valence * mood.Mean.Valence) + (mood.Mean.Arousal * mood.Mean.Arousal);
            noise += ((mood.Sigma.Valence * mood.Sigma.Valence) + (mood.Sigma.Arousal * mood.Sigma.Arousal)) / 2;
            total++;
        }

        if (total < 2) return;
        noise /= total;
        var (sumV, sumA, between, known) = (0.0, 0.0, 0.0, 0);
        for (var artist = 1; artist < artists; artist++)
        {
            if (counts[artist] == 0) continue;
            known++;
            squares -= ((_valence[artist] * _valence[artist]) + (_arousal[artist] * _arousal[artist])) / counts[artist];
            _valence[artist] /= counts[artist];
            _arousal[artist] /= counts[artist];
            (sumV, sumA) = (sumV + _valence[artist], sumA + _arousal[artist]);
        }

        var (meanV, meanA) = (sumV / known, sumA / known);
        // A variance below this would claim that an artist's songs are all one.
        _within = Math.Max(0.01, (total > known ? squares / 2 / (total - known) : 0) - noise);
        var inverse = 0.0;
        for (var artist = 1; artist < artists; artist++)
        {
            if (counts[artist] == 0) continue;
            between += (Squared(_valence[artist] - meanV) + Squared(_arousal[artist] - meanA)) / 2;
            inverse += 1.0 / counts[artist];
        }

        between = Math.Max(0.01, ((between / known) - ((_within + noise) * inverse / known)));
        for (var artist = 1; artist < artists; artist++)
        {
            var keep = counts[artist] == 0 ? 0 : between / (between + ((_within + noise) / counts[artist]));
            _valence[artist] = (float)(meanV + (keep * (_valence[artist] - meanV)));
            _arousal[artist] = (float)(meanA + (keep * (_arousal[artist] - meanA)));
            _centreVariance[artist] = (float)(between * (1 - keep));
        }
    }

    /// <summary>Where a row lies, given its artist.</summary>
    public MoodPlace PlaceOf(TrackIndex index, int row)
    {
        var heard = MoodPlace.Of(index.MoodOf(row));
        var artist = index.Artists[row];
        // What a listener said themselves is meant as it is said.
        if (artist == 0 || _within == 0 || index.IsOwnMood(row)) return heard;
        var (v, vv) = Drawn(heard.Valence, heard.ValenceVariance, _valence[artist], _centreVariance[artist]);
        var (a, aa) = Drawn(heard.Arousal, heard.ArousalVariance, _arousal[artist], _centreVariance[artist]);
        return new(v, a, vv, aa);
    }

    private (double Mean, double Variance) Drawn(double heard, double variance, double centre, double centreVariance)
    {
        var prior = _within + centreVariance;
        var trust = prior / (prior + variance);
        return (centre + (trust * (heard - centre)), trust * variance);
    }

    private static double Squared(double x) => x * x;
}
