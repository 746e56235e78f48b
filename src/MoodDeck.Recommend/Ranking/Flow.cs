using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Ranking;

/// <summary>How well one track follows another, part by part: 1 is seamless, 0 is neither good nor bad or unknown, -1 is a jolt.</summary>
/// <param name="Tempo">Tempo: seamless within 4 %, a jolt from 25 % on; double and half time count as the same.</param>
/// <param name="Key">Key: seamless in the same or the next key on the circle of fifths, a jolt at the opposite one.</param>
/// <param name="Loudness">Loudness as recorded: seamless within 2 dB, a jolt from 10 dB on.</param>
internal readonly record struct Flow(double Tempo, double Key, double Loudness)
{
    /// <summary>The mean of the three.</summary>
    public double Overall => (Tempo + Key + Loudness) / 3;

    /// <summary>How well <paramref name="next"/> follows <paramref name="last"/>.</summary>
    public static Flow Between(TrackMix last, TrackMix next) => new(
        last.TempoBpm is { } from && next.TempoBpm is { } to && from > 0 && to > 0 ? OfTempo(from, to) : 0,
        last.Key is { } was && next.Key is { } is_ ? Falling(was.StepsOnCircleOfFifths(is_), 1, 6) : 0,
        last.LoudnessLufs is { } before && next.LoudnessLufs is { } after ? Falling(Math.Abs(after - before), 2, 10) : 0);

    private static double OfTempo(double from, double to)
    {
        var octaves = Math.Log2(to / from);
        return Falling(Math.Abs(octaves - Math.Round(octaves)), Math.Log2(1.04), Math.Log2(1.25));
    }

    /// <summary>1 up to one value, falling evenly to -1 at another.</summary>
    private static double Falling(double x, double good, double bad) => 1 - (2 * Math.Clamp((x - good) / (bad - good), 0, 1));
}
