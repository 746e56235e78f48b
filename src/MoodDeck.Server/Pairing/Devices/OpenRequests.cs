using System.Collections.Concurrent;

namespace MoodDeck.Server.Pairing.Devices;

/// <summary>What paired devices are being answered right now, live sockets and streams among it, so that it can be ended.</summary>
internal sealed class OpenRequests
{
    private readonly ConcurrentDictionary<Entry, bool> _open = [];

    /// <summary>Notes a request until it is disposed.</summary>
    public IDisposable Enter(Device device, HttpContext context)
    {
        Entry entry = new(this, device.Id, context);
        _open[entry] = true;
        return entry;
    }

    /// <summary>Breaks off every request of a device that is not among these.</summary>
    public void KeepOnly(IReadOnlyList<Device> devices)
    {
        var kept = devices.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in _open.Keys)
            if (!kept.Contains(entry.DeviceId)) entry.Context.Abort();
    }

    private sealed class Entry(OpenRequests all, string deviceId, HttpContext context) : IDisposable
    {
        public string DeviceId => deviceId;

        public HttpContext Context => context;

        public void Dispose() => all._open.TryRemove(this, out _);
    }
}
