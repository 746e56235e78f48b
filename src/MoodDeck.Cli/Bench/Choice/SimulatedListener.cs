using MoodDeck.Core.Mood;

namespace MoodDeck.Cli.Bench.Choice;

/// <summary>What a player observes of one track.</summary>
/// <param name="Track">The track.</param>
/// <param name="SkippedAt">At which share of its length it was skipped; null when it was heard to its end.</param>
/// <param name="Liked">Whether it was liked.</param>
internal readonly record struct Heard(int Track, double? SkippedAt, bool Liked);

/// <summary>A listener of one kind: a mood that moves, a fixed taste, and a satisfaction no player ever sees.</summary>
internal sealed class SimulatedListener
{
    /// <summary>The standard deviation of a reading of the mood.</summary>
    public const double ReadingSigma = 0.25;

    private const int Memory = 30;
    private const double Decay = 0.9, SameArtist = 0.35, FirstMoodSigma = 0.35, MoodNoise = 0.05, ReadingChance = 0.6;

    private readonly ListenerKind _kind;
    private readonly SimulatedCatalogue _catalogue;
    private readonly Noise _noise;
    private readonly double[] _tastes;
    private readonly List<int> _plays = [];
    private readonly HashSet<int> _artists = [];
    private double _valence, _arousal;

    public SimulatedListener(ListenerKind kind, SimulatedCatalogue catalogue, Noise noise)
    {
        (_kind, _catalogue, _noise) = (kind, catalogue, noise.Of(1));
        var who = noise.Of(0);
        (_valence, _arousal) = (kind.Baseline[0] + (FirstMoodSigma * who.Normal(0, 0)), kind.Baseline[1] + (FirstMoodSigma * who.Normal(0, 1)));
        _tastes = [.. catalogue.GenreOf.Select((genre, artist) => Math.Tanh((who.Normal(genre, 2) + (0.5 * who.Normal(artist, 3))) / 1.5))];
    }

    /// <summary>How much a track would satisfy now.</summary>
    public double Satisfaction(int track)
    {
        var (x, artist) = (_catalogue.True[track], _catalogue.ArtistOf[track]);
        var dv = x.Valence - _valence - (_kind.Pull * (_kind.Goal[0] - _valence));
        var da = x.Arousal - _arousal - (_kind.Pull * (_kind.Goal[1] - _arousal));
        var fit = Math.Exp(-((dv * dv) + (da * da)) / (2 * _kind.Width * _kind.Width));
        return (_kind.WMood * fit) + (_kind.WTaste * (_tastes[artist] + 1) / 2)
            + (_artists.Contains(artist) ? 0 : _kind.WNovelty) - (_kind.WFatigue * Fatigue(track, artist));
    }

    /// <summary>What a camera would say of the mood; null where it sees nothing.</summary>
    /// <param name="after">Whether the last track has just ended, rather than the next being about to begin.</param>
    public Vad? Read(bool after)
    {
        var purpose = after ? 10 : 20;
        return _noise.Uniform(_plays.Count, purpose) < ReadingChance
            ? new Vad(_valence + (ReadingSigma * _noise.Normal(_plays.Count, purpose + 1)), _arousal + (ReadingSigma * _noise.Normal(_plays.Count, purpose + 2)), 0)
            : null;
    }

    /// <summary>Plays a track to the listener, whose mood moves with it.</summary>
    public (double Satisfaction, Heard Heard) Hear(int track)
    {
        var (s, n) = (Satisfaction(track), _plays.Count);
        var skipped = _noise.Uniform(n, 1) < 1 / (1 + Math.Exp(12 * (s - 0.40)));
        Heard heard = new(track, skipped ? _noise.Beta(1 + (3 * Math.Max(s, 0)), 3, n, 2) : null, _noise.Uniform(n, 3) < s - 0.6);
        _plays.Add(track);
        _artists.Add(_catalogue.ArtistOf[track]);
        var sway = skipped ? _kind.Sway / 2 : _kind.Sway;
        _valence = Moved(_valence, _kind.Baseline[0], _catalogue.True[track].Valence, sway, _noise.Normal(n, 4));
        _arousal = Moved(_arousal, _kind.Baseline[1], _catalogue.True[track].Arousal, sway, _noise.Normal(n, 5));
        return (s, heard);
    }

    private double Moved(double mood, double baseline, double track, double sway, double noise) =>
        Math.Clamp(mood + (_kind.Drift * (baseline - mood)) + (sway * (track - mood)) + (MoodNoise * noise), -1, 1);

    private double Fatigue(int track, int artist)
    {
        var (sum, weight) = (0.0, 1.0);
        for (var i = _plays.Count - 1; i >= Math.Max(0, _plays.Count - Memory); i--)
        {
            if (_plays[i] == track) sum += weight;
            else if (_catalogue.ArtistOf[_plays[i]] == artist) sum += weight * SameArtist;
            weight *= Decay;
        }

        return Math.Min(1, sum);
    }
}
