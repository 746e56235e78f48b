using System.Runtime.InteropServices;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Groups;

/// <summary>Adds up what a group's tracks are like.</summary>
internal sealed class GroupSum
{
    private double _weight;
    private Vad _sum;
    private VadCovariance _squares;
    private double _logTempo, _loudnessSpread, _logCentroid, _onsets, _majorness;
    private int _withBeat;

    public int Size { get; private set; }

    public int Playable { get; private set; }

    public int Heard { get; private set; }

    public Dictionary<int, int> Genres { get; } = [];

    public Dictionary<int, int> Artists { get; } = [];

    public Vad Centre => _weight > 0 ? 1 / _weight * _sum : Vad.Neutral;

    public VadCovariance Spread => _weight > 0 ? (1 / _weight * _squares) + (-1 * VadCovariance.Outer(Centre)) : default;

    /// <summary>The means over those that were listened to, of tempo and brightness as ratios.</summary>
    public TrackTone? Tone => Heard == 0 ? null : new(
        _withBeat == 0 ? 0 : Math.Exp(_logTempo / _withBeat), _loudnessSpread / Heard, Math.Exp(_logCentroid / Heard), _onsets / Heard, _majorness / Heard);

    public void Add(TrackMood mood, TrackTone? tone, bool playable, int genre, int artist)
    {
        var weight = GroupSpace.Weight(mood);
        _weight += weight;
        _sum += weight * mood.Mean;
        _squares += weight * VadCovariance.Outer(mood.Mean);
        Size++;
        if (playable) Playable++;
        CollectionsMarshal.GetValueRefOrAddDefault(Genres, genre, out _)++;
        CollectionsMarshal.GetValueRefOrAddDefault(Artists, artist, out _)++;
        if (tone is not { } t) return;
        Heard++;
        _loudnessSpread += t.LoudnessSpreadDb;
        _logCentroid += Math.Log(Math.Max(1, t.CentroidHertz));
        _onsets += t.OnsetsPerSecond;
        _majorness += t.Majorness;
        if (t.TempoBpm <= 0) return;
        _withBeat++;
        _logTempo += Math.Log(t.TempoBpm);
    }
}
