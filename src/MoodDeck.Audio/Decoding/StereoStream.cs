using System.Runtime.InteropServices;

namespace MoodDeck.Audio.Decoding;

/// <summary>Takes interleaved 32-bit samples from a stream as they come and hands them over by channel.</summary>
internal sealed class StereoStream(int channels, Action<ReadOnlySpan<float>, ReadOnlySpan<float>> heard)
{
    private const int Frames = 1 << 15;

    /// <summary>Whether nothing came.</summary>
    public bool IsEmpty { get; private set; } = true;

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = new byte[Frames * channels * sizeof(float)];
        var (left, right) = (new float[Frames], new float[Frames]);
        int read;
        do
        {
            read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            var frames = read / (channels * sizeof(float));
            if (frames == 0) break;
            IsEmpty = false;
            Split(MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, frames * channels * sizeof(float))), left, right);
            heard(left.AsSpan(0, frames), (channels == 1 ? left : right).AsSpan(0, frames));
        }
        while (read == bytes.Length);
    }

    private void Split(Span<float> samples, float[] left, float[] right)
    {
        Samples.Tame(samples);
        if (channels == 1) samples.CopyTo(left);
        else for (var i = 0; 2 * i < samples.Length; i++) (left[i], right[i]) = (samples[2 * i], samples[(2 * i) + 1]);
    }
}
