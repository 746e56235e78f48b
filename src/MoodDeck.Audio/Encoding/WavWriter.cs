using System.Buffers.Binary;

namespace MoodDeck.Audio.Encoding;

/// <summary>Writes 16-bit stereo WAV files.</summary>
public static class WavWriter
{
    private const int BytesPerFrame = 4;
    private const int FramesPerBlock = 8192;

    /// <summary>
    /// Writes two channels of samples in [-1, 1] (clamped beyond) as 16-bit PCM with triangular dither of two steps
    /// peak to peak (Lipshitz, Wannamaker and Vanderkooy 1992). The dither is seeded, so equal input gives equal bytes.
    /// </summary>
    /// <exception cref="ArgumentException">The channels differ in length.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<float> left, ReadOnlySpan<float> right, int sampleRateHertz)
    {
        if (left.Length != right.Length)
            throw new ArgumentException($"The channels hold {left.Length} and {right.Length} samples; expected the same.", nameof(right));
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(WavHeader.Of(checked((uint)left.Length * BytesPerFrame), channels: 2, sampleRateHertz));
        var block = new byte[FramesPerBlock * BytesPerFrame];
        var dither = new Dither();
        for (var start = 0; start < left.Length; start += FramesPerBlock)
        {
            var frames = Math.Min(FramesPerBlock, left.Length - start);
            for (var i = 0; i < frames; i++)
            {
                BinaryPrimitives.WriteInt16LittleEndian(block.AsSpan(BytesPerFrame * i), dither.Quantise(left[start + i]));
                BinaryPrimitives.WriteInt16LittleEndian(block.AsSpan((BytesPerFrame * i) + 2), dither.Quantise(right[start + i]));
            }

            file.Write(block, 0, frames * BytesPerFrame);
        }
    }

    private struct Dither()
    {
        private uint _state = 0x9E3779B9;

        public short Quantise(float sample)
        {
            // Digital silence stays silent: a faded-out end needs no noise.
            if (sample == 0) return 0;
            var noise = Uniform() - Uniform();
            return (short)Math.Clamp(MathF.Round((sample * 32767f) + noise), short.MinValue, short.MaxValue);
        }

        private float Uniform()
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return (_state >> 8) * (1f / (1 << 24));
        }
    }
}
