namespace MoodDeck.Demo.Composition;

/// <summary>Turns beats into seconds: swing, a tempo that breathes with each four bars, and a last bar that slows down.</summary>
internal sealed class TempoMap
{
    private const int StepsPerBeat = 8;
    private readonly double[] _seconds;
    private readonly PieceSpec _spec;

    /// <summary>The map of a piece of so many beats.</summary>
    public TempoMap(PieceSpec spec, int beats)
    {
        _spec = spec;
        _seconds = new double[(beats * StepsPerBeat) + 1];
        for (var i = 0; i + 1 < _seconds.Length; i++)
            _seconds[i + 1] = _seconds[i] + (60 / (spec.TempoBpm * Pace((i + 0.5) / StepsPerBeat, beats)) / StepsPerBeat);
    }

    /// <summary>When a beat sounds, in seconds from the start; beyond the end at the last pace.</summary>
    public double SecondsAt(double beat)
    {
        var step = Swung(Math.Max(0, beat)) * StepsPerBeat;
        var i = Math.Min((int)step, _seconds.Length - 2);
        return _seconds[i] + ((step - i) * (_seconds[i + 1] - _seconds[i]));
    }

    private double Pace(double beat, int beats)
    {
        double phrase = 4 * _spec.BarBeats;
        // Phrases press on a little and then hold back.
        var breath = _spec.Rubato * Math.Sin(2 * Math.PI * ((beat % phrase / phrase) + 0.05));
        var intoEnd = Math.Max(0, 1 - ((beats - beat) / (1.5 * _spec.BarBeats)));
        return (1 + breath) * (1 - (_spec.Ritardando * intoEnd));
    }

    private double Swung(double beat)
    {
        if (_spec.Swing == 0) return beat;
        var unit = _spec.SwingUnit;
        var start = Math.Floor(beat / unit) * unit;
        var (into, late) = ((beat - start) / unit, 0.5 + _spec.Swing);
        return start + (unit * (into < 0.5 ? into * late / 0.5 : late + ((into - 0.5) * (1 - late) / 0.5)));
    }
}
