namespace MoodDeck.Audio.Processes;

/// <summary>A growing byte buffer with a limit.</summary>
internal sealed class ByteSink(long maxBytes)
{
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public Span<byte> Span => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    /// <summary>Reads to the stream's end; false when the limit cut it short.</summary>
    public async Task<bool> ReadFromAsync(Stream stream, CancellationToken cancellationToken)
    {
        var limit = (int)Math.Min(maxBytes, Array.MaxLength);
        while (true)
        {
            if (Length == _bytes.Length)
            {
                if (Length >= limit) return await stream.ReadAsync(new byte[1], cancellationToken) == 0;
                Array.Resize(ref _bytes, (int)Math.Min(limit, Math.Max(1 << 16, _bytes.Length * 2L)));
            }

            var read = await stream.ReadAsync(_bytes.AsMemory(Length), cancellationToken);
            if (read == 0) return true;
            Length += read;
        }
    }
}
