using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>
/// Holds peaks under a ceiling without a click: it looks 5 ms ahead, turns down along a smooth ramp and comes back over
/// some 120 ms. Peaks between the samples are found by interpolation to four times the rate, as BS.1770-4 does.
/// </summary>
internal static class Limiter
{
    private const double AheadSeconds = 0.005;
    private const double ReleaseSeconds = 0.12;

    /// <summary>Limits both channels together, so that the picture does not sway.</summary>
    public static void Apply(StereoBuffer buffer, float ceiling)
    {
        var ahead = (int)(AheadSeconds * StereoBuffer.SampleRate);
        var gain = Needed(buffer, ceiling);
        HoldAhead(gain, ahead);
        Release(gain);
        Smooth(gain, ahead);
        for (var i = 0; i < gain.Length; i++)
        {
            buffer.Left[i] *= gain[i];
            buffer.Right[i] *= gain[i];
        }
    }

    private static float[] Needed(StereoBuffer buffer, float ceiling)
    {
        var gain = new float[buffer.Length];
        for (var i = 0; i < gain.Length; i++)
        {
            var peak = Math.Max(TruePeak.Around(buffer.Left, i, ceiling), TruePeak.Around(buffer.Right, i, ceiling));
            gain[i] = peak > ceiling ? ceiling / peak : 1;
        }

        return gain;
    }

    // The smallest gain of the next samples (van Herk's sliding minimum, with a queue of candidates).
    private static void HoldAhead(float[] gain, int ahead)
    {
        var queue = new int[gain.Length];
        var (head, tail) = (0, 0);
        var source = (float[])gain.Clone();
        for (var i = 0; i < gain.Length + ahead; i++)
        {
            if (i < gain.Length)
            {
                while (tail > head && source[queue[tail - 1]] >= source[i]) tail--;
                queue[tail++] = i;
            }

            if (i < ahead) continue;
            var at = i - ahead;
            while (queue[head] < at) head++;
            gain[at] = source[queue[head]];
        }
    }

    private static void Release(float[] gain)
    {
        var rise = (float)(1 - Math.Exp(-1 / (ReleaseSeconds * StereoBuffer.SampleRate)));
        var now = 1f;
        foreach (ref var target in gain.AsSpan())
        {
            now = target < now ? target : now + (rise * (target - now));
            target = now;
        }
    }

    // A moving average as long as the look-ahead reaches the held minimum exactly when the peak arrives.
    private static void Smooth(float[] gain, int ahead)
    {
        var source = (float[])gain.Clone();
        double sum = ahead + 1.0;
        for (var i = 0; i < gain.Length; i++)
        {
            sum += source[i] - (i > ahead ? source[i - ahead - 1] : 1);
            gain[i] = (float)(sum / (ahead + 1));
        }
    }
}
