namespace MoodDeck.Recommend.Taste;

/// <summary>
/// A Markov chain over hypotheses of one listener: by turns it moves where they like to be led, their tastes in genres and languages, and
/// their tastes in artists, each by <see cref="EllipticalSlice"/> with the others held.
/// </summary>
internal sealed class TasteChain
{
    private readonly TasteData _data;
    private readonly GaussianRandom _random;
    private readonly double[] _leading = new double[Taste.Leading.Size];
    private double[] _part = [];

    public TasteChain(TasteData data, ulong seed)
    {
        (_data, _random) = (data, new(seed));
        for (var i = 0; i < _leading.Length; i++) _leading[i] = _random.Normal();
    }

    /// <summary>What it says of the listener now.</summary>
    public Leading Leading => new(_leading);

    /// <summary>Its tastes.</summary>
    public TasteEffects Effects { get; } = new();

    /// <summary>Moves on, by the lessons there are.</summary>
    public void Move(int times)
    {
        Effects.Grow(_data, _random);
        if (_part.Length < _data.Count) _part = new double[_data.Count * 2];
        for (var i = 0; i < times; i++)
        {
            MoveLeading();
            MoveTastes();
        }
    }

    private void MoveLeading()
    {
        for (var i = 0; i < _data.Count; i++) _part[i] = TasteFor(_data[i]);
        EllipticalSlice.Move(_leading, LogLikelihood, LogLikelihood(), _random);

        double LogLikelihood()
        {
            Leading leading = new(_leading);
            var sum = 0.0;
            for (var i = 0; i < _data.Count; i++)
            {
                var row = _data[i];
                sum += row.Likelihood.Log(row.WithoutTaste(leading) + (leading.TasteWeight * _part[i]));
            }

            return sum;
        }
    }

    private void MoveTastes()
    {
        var leading = Leading;
        var weight = leading.TasteWeight;
        for (var i = 0; i < _data.Count; i++) _part[i] = _data[i].WithoutTaste(leading);
        var log = EllipticalSlice.Move(Effects.Genres, LogLikelihood, LogLikelihood(), _random);
        if (Effects.Languages.Length > 0) log = EllipticalSlice.Move(Effects.Languages, LogLikelihood, log, _random);
        EllipticalSlice.Move(Effects.Artists, LogLikelihood, log, _random);

        double LogLikelihood()
        {
            var sum = 0.0;
            for (var i = 0; i < _data.Count; i++)
            {
                var row = _data[i];
                sum += row.Likelihood.Log(_part[i] + (weight * TasteFor(row)));
            }

            return sum;
        }
    }

    private double TasteFor(TasteData.Row row) => Effects.Taste(row.Genre, row.Artist, row.Language);
}
