namespace MoodDeck.Recommend.Taste;

/// <summary>
/// Elliptical slice sampling (Murray, Adams and MacKay 2010): one step of a Markov chain whose stationary distribution is a standard
/// normal prior times any likelihood. It has no step size to tune and always moves.
/// </summary>
internal static class EllipticalSlice
{
    private const int MostShrinks = 60;

    /// <summary>Moves one state in place.</summary>
    /// <param name="state">Standard normal under the prior; overwritten.</param>
    /// <param name="logLikelihood">The logarithm of the likelihood of what <paramref name="state"/> holds then.</param>
    /// <param name="current">The logarithm of the likelihood of the state as it is.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <returns>The logarithm of the likelihood afterwards.</returns>
    public static double Move(Span<double> state, Func<double> logLikelihood, double current, GaussianRandom random)
    {
        Span<double> old = state.Length <= 512 ? stackalloc double[state.Length] : new double[state.Length];
        Span<double> other = state.Length <= 512 ? stackalloc double[state.Length] : new double[state.Length];
        state.CopyTo(old);
        for (var i = 0; i < other.Length; i++) other[i] = random.Normal();
        var level = current + Math.Log(random.Open());
        var angle = random.Open() * 2 * Math.PI;
        var (low, high) = (angle - (2 * Math.PI), angle);
        for (var shrinks = 0; shrinks < MostShrinks; shrinks++)
        {
            var (sin, cos) = Math.SinCos(angle);
            for (var i = 0; i < state.Length; i++) state[i] = (old[i] * cos) + (other[i] * sin);
            var here = logLikelihood();
            if (here > level) return here;
            if (angle < 0) low = angle;
            else high = angle;
            angle = low + (random.Open() * (high - low));
        }

        // The bracket has shrunk onto the old state without rounding letting it be taken.
        old.CopyTo(state);
        return current;
    }
}
