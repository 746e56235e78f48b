using MoodDeck.Core.Mood;

namespace MoodDeck.Demo.Covers;

/// <summary>Five colours of a cover.</summary>
/// <param name="High">Top of the ground.</param>
/// <param name="Low">Bottom of the ground.</param>
/// <param name="Main">What stands on it.</param>
/// <param name="Deep">The darkest.</param>
/// <param name="Accent">The one that draws the eye.</param>
internal sealed record Palette(Colour High, Colour Low, Colour Main, Colour Deep, Colour Accent)
{
    private static readonly Palette s_bright = Of("F4573F", "FFC857", "FF8C42", "6A1B4D", "1FA6A0");
    private static readonly Palette s_fierce = Of("1B0D12", "8E1022", "D21F32", "0A0608", "F0D722");
    private static readonly Palette s_low = Of("18233F", "43587A", "6C86A3", "0A1026", "D9C7EE");
    private static readonly Palette s_soft = Of("9CC9BE", "F8E8CB", "6FAE9B", "24545A", "EE9A5B");

    /// <summary>The colours of a mood: four corners of the plane, blended, and turned a little for each piece.</summary>
    public static Palette For(Vad mood, double turnDegrees)
    {
        var (right, up) = (Share(mood.Valence), Share(mood.Arousal));
        return new(Pick(p => p.High), Pick(p => p.Low), Pick(p => p.Main), Pick(p => p.Deep), Pick(p => p.Accent));

        Colour Pick(Func<Palette, Colour> part)
        {
            var top = part(s_fierce).Towards(part(s_bright), right);
            var bottom = part(s_low).Towards(part(s_soft), right);
            return bottom.Towards(top, up).Turned(turnDegrees);
        }
    }

    // Steeper than a straight line, so that a mood off the middle shows its side's colour.
    private static float Share(double axis) => (float)(0.5 + (0.5 * Math.Tanh(2.6 * axis)));

    private static Palette Of(string high, string low, string main, string deep, string accent) =>
        new(Colour.Of(high), Colour.Of(low), Colour.Of(main), Colour.Of(deep), Colour.Of(accent));
}
