using System.Net;

namespace MoodDeck.Server.Pairing.Invitations;

/// <summary>Counts wrong tokens by where they came from, and says who has to wait.</summary>
internal sealed class WrongTokens(TimeProvider time, LanOptions options)
{
    private const int MostAddresses = 1024;
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, (int Count, DateTimeOffset Until)> _counts = [];

    /// <summary>How long this address has to wait before it may try again; null when it may.</summary>
    public TimeSpan? WaitOf(IPAddress? address)
    {
        lock (_gate)
        {
            RemoveOld();
            if (_counts.TryGetValue(PlaceOf(address), out var wrong)) return wrong.Count >= options.MaxWrongTokens ? wrong.Until - time.GetUtcNow() : null;
            // So many at once are no household: newcomers wait until the table has room again.
            return _counts.Count >= MostAddresses ? options.WrongTokenWindow : null;
        }
    }

    /// <summary>Notes a wrong token.</summary>
    public void Note(IPAddress? address)
    {
        lock (_gate)
        {
            var place = PlaceOf(address);
            var until = time.GetUtcNow() + options.WrongTokenWindow;
            _counts[place] = _counts.TryGetValue(place, out var wrong) ? (wrong.Count + 1, wrong.Until) : (1, until);
        }
    }

    private void RemoveOld()
    {
        var now = time.GetUtcNow();
        foreach (var (place, wrong) in _counts)
            if (wrong.Until <= now) _counts.Remove(place);
    }

    // One IPv6 device has as many addresses as it likes, all in its network of 64 bits.
    private static IPAddress PlaceOf(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16) bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
