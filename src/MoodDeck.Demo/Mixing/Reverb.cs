using System.Runtime.Intrinsics;
using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>
/// A room as eight delay lines that feed each other through a Hadamard matrix, each duller with every turn (feedback delay
/// network; Jot and Chaigne 1991), behind a few all-pass diffusers (Schroeder 1962).
/// </summary>
internal sealed class Reverb(Room room)
{
    private const int Lines = 8;
    private static readonly double[] s_lineMs = [31.7, 36.9, 41.3, 47.9, 53.3, 60.7, 67.9, 76.3];
    private static readonly double[] s_diffuserMs = [4.3, 6.1, 8.9, 11.7];
    private static readonly Vector256<float> s_inLeft = Vector256.Create(1f, 0, 1, 0, -1, 0, 1, 0) * 0.5f;
    private static readonly Vector256<float> s_inRight = Vector256.Create(0f, 1, 0, 1, 0, 1, 0, -1) * 0.5f;
    private static readonly Vector256<float> s_outLeft = Vector256.Create(1f, 0, -1, 0, 1, 0, 1, 0);
    private static readonly Vector256<float> s_outRight = Vector256.Create(0f, 1, 0, 1, 0, -1, 0, 1);

    /// <summary>Adds the room's answer to <paramref name="send"/> to <paramref name="into"/>. The send is changed on the way.</summary>
    public void Apply(StereoBuffer send, StereoBuffer into)
    {
        // Low notes would pile up to mud.
        Biquad.HighPass(180, 0.6).Run(send);
        Diffuse(send.Left, 1);
        Diffuse(send.Right, 1.07);
        var lengths = s_lineMs.Select(ms => (int)(ms * room.Size * StereoBuffer.SampleRate / 1000)).ToArray();
        var lines = lengths.Select(n => new DelayLine(n + 40)).ToArray();
        var keep = Vector256.Create([.. lengths.Select(n => (float)Math.Pow(10, -3.0 * n / (room.DecaySeconds * StereoBuffer.SampleRate)))]);
        var filter = Vector256.Create((float)(1 - Math.Exp(-2 * Math.PI * room.DampingHertz / StereoBuffer.SampleRate)));
        var (dull, turn, swing) = (Vector256<float>.Zero, Vector256<float>.Zero, new float[2]);
        var level = (float)Math.Pow(10, room.LevelDb / 20);
        var (swingSin, swingCos) = (0.0, 1.0);
        var (stepSin, stepCos) = Math.SinCos(2 * Math.PI * 0.7 / StereoBuffer.SampleRate * 32);
        for (var i = 0; i < send.Length; i++)
        {
            if (i % 32 == 0)
            {
                (swingSin, swingCos) = ((swingSin * stepCos) + (swingCos * stepSin), (swingCos * stepCos) - (swingSin * stepSin));
                (swing[0], swing[1]) = ((float)(12 + (9 * swingSin)), (float)(12 + (9 * swingCos)));
            }

            // Two lines wander slowly in length, which breaks up the ringing of a fixed room.
            turn = Vector256.Create(
                lines[0].Read(lengths[0] + swing[0]), lines[1].Read(lengths[1]), lines[2].Read(lengths[2]), lines[3].Read(lengths[3]),
                lines[4].Read(lengths[4]), lines[5].Read(lengths[5] + swing[1]), lines[6].Read(lengths[6]), lines[7].Read(lengths[7]));
            dull += filter * (turn - dull);
            var fed = Hadamard(dull * keep) + (s_inLeft * send.Left[i]) + (s_inRight * send.Right[i]);
            for (var k = 0; k < Lines; k++) lines[k].Write(fed[k]);
            into.Left[i] += level * Vector256.Sum(dull * s_outLeft);
            into.Right[i] += level * Vector256.Sum(dull * s_outRight);
        }
    }

    private static Vector256<float> Hadamard(Vector256<float> x)
    {
        x = Vector256.Shuffle(x, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6)) + (x * Vector256.Create(1f, -1, 1, -1, 1, -1, 1, -1));
        x = Vector256.Shuffle(x, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5)) + (x * Vector256.Create(1f, 1, -1, -1, 1, 1, -1, -1));
        x = Vector256.Shuffle(x, Vector256.Create(4, 5, 6, 7, 0, 1, 2, 3)) + (x * Vector256.Create(1f, 1, 1, 1, -1, -1, -1, -1));
        return x * 0.35355339f;
    }

    private static void Diffuse(Span<float> channel, double stretch)
    {
        const float gain = 0.6f;
        foreach (var ms in s_diffuserMs)
        {
            var delay = (int)(ms * stretch * StereoBuffer.SampleRate / 1000);
            var line = new DelayLine(delay);
            foreach (ref var sample in channel)
            {
                var delayed = line.Read(delay - 1);
                var fed = sample + (gain * delayed);
                sample = delayed - (gain * fed);
                line.Write(fed);
            }
        }
    }
}
