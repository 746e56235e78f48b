namespace MoodDeck.Audio.Listening.Describing;

/// <summary>How the highest note moves.</summary>
internal static class MelodyDescriber
{
    private const int FramesAtOnce = 2;
    // A melody stands out from what accompanies it.
    private const float Audible = 0.4f;
    private const int Step = 2, Leap = 7;

    public static void Describe(ClipSpectra spectra, DescriptorWriter to)
    {
        List<int> moves = [];
        var last = -1;
        foreach (var keys in spectra.Semitones.Sounding(FramesAtOnce))
        {
            var limit = Audible * System.Numerics.Tensors.TensorPrimitives.Max<float>(keys);
            var top = Array.FindLastIndex(keys, k => k > limit);
            if (last >= 0) moves.Add(top - last);
            last = top;
        }

        to.Add("melody.up", moves.Where(m => m > 0).DefaultIfEmpty().Average());
        to.Add("melody.down", moves.Where(m => m < 0).DefaultIfEmpty().Average());
        to.Add("melody.size", moves.Select(Math.Abs).DefaultIfEmpty().Average());
        to.Add("melody.rests", Share(m => m == 0));
        to.Add("melody.steps", Share(m => Math.Abs(m) <= Step));
        to.Add("melody.leaps", Share(m => Math.Abs(m) > Leap));

        double Share(Func<int, bool> which) => moves.Count(which) / (double)Math.Max(1, moves.Count);
    }
}
