using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Columns;

/// <summary>Tempo, key and loudness in 4 bytes. 0 stands for what is unknown.</summary>
internal sealed class MixColumns(ushort[] tempos, byte[] keys, byte[] loudness)
{
    // Steps of 1/128 beat a minute, and of a quarter LU from -60 LUFS on.
    private const double TempoSteps = 128, LoudnessSteps = 4, Quietest = -60;

    public ushort[] Tempos => tempos;

    public byte[] Keys => keys;

    public byte[] Loudness => loudness;

    /// <summary>Columns of this many rows, all unknown.</summary>
    public static MixColumns Unknown(int rows) => new(new ushort[rows], new byte[rows], new byte[rows]);

    /// <summary>Writes one row.</summary>
    public void Set(int row, TrackMix mix)
    {
        tempos[row] = mix.TempoBpm is { } tempo ? (ushort)Math.Clamp(Math.Round(tempo * TempoSteps), 1, ushort.MaxValue) : (ushort)0;
        keys[row] = mix.Key is { } key ? (byte)(1 + (2 * key.Tonic) + (key.IsMajor ? 1 : 0)) : (byte)0;
        loudness[row] = mix.LoudnessLufs is { } lufs ? (byte)Math.Clamp(1 + Math.Round((lufs - Quietest) * LoudnessSteps), 1, byte.MaxValue) : (byte)0;
    }

    /// <summary>Reads one row.</summary>
    public TrackMix At(int row) => new(
        tempos[row] == 0 ? null : tempos[row] / TempoSteps,
        keys[row] == 0 ? null : new((keys[row] - 1) / 2, (keys[row] - 1) % 2 == 1),
        loudness[row] == 0 ? null : Quietest + ((loudness[row] - 1) / LoudnessSteps));
}
