using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MoodDeck.Library;
using MoodDeck.Server.Pairing.Storage;

namespace MoodDeck.Server.Pairing.Devices;

/// <summary>
/// The paired devices of a data folder. Several processes may change them at once; each sees what another changed at its
/// next look.
/// </summary>
public sealed class DeviceStore
{
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);
    private readonly LanFolder _folder;
    private readonly DeviceFile _file;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private (DateTime, long) _stamp;
    private IReadOnlyList<Device> _devices = [];

    internal DeviceStore(LanFolder folder, TimeProvider time) => (_folder, _file, _time) = (folder, new(folder), time);

    /// <summary>Told after devices came or went, here or in another process.</summary>
    internal event Action<IReadOnlyList<Device>>? Changed;

    /// <summary>Opens the store of a data folder.</summary>
    public static DeviceStore Open(DataFolder folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new(new LanFolder(folder), time);
    }

    /// <summary>The devices as they are now, in the order they came.</summary>
    /// <exception cref="LibraryException">The list is damaged; the message says what to do.</exception>
    public IReadOnlyList<Device> List() => [.. Look().Select(d => _seen.TryGetValue(d.Id, out var at) && at > d.LastSeenAt ? d with { LastSeenAt = at } : d)];

    /// <summary>Lets a device in; null when there are <paramref name="most"/> already.</summary>
    internal Device? Add(string name, string key, int most)
    {
        var now = _time.GetUtcNow();
        Device device = new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), name, Convert.ToHexStringLower(DeviceKey.Hash(key)), now, now);
        return Change(devices => devices.Count >= most ? (devices, null) : ([.. devices, device], device));
    }

    /// <summary>Calls a device something else and answers it as it is then; null when there is no such device.</summary>
    /// <exception cref="LibraryException">The list is damaged or cannot be written.</exception>
    public Device? Rename(string id, string name) => Change(devices =>
    {
        var renamed = devices.FirstOrDefault(d => d.Id == id) is { } device ? device with { Name = name } : null;
        return (renamed is null ? devices : [.. devices.Select(d => d.Id == id ? renamed : d)], renamed);
    });

    /// <summary>Lets a device in no longer; null when there is no such device.</summary>
    /// <exception cref="LibraryException">The list is damaged or cannot be written.</exception>
    public Device? Remove(string id) => Change(devices => ([.. devices.Where(d => d.Id != id)], devices.FirstOrDefault(d => d.Id == id)));

    /// <summary>The device that shows this key; null when none has it. Every device is compared, each in constant time.</summary>
    internal Device? Find(string? key)
    {
        if (string.IsNullOrEmpty(key)) return null;
        var hash = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(DeviceKey.Hash(key)));
        Device? found = null;
        foreach (var device in Look())
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(device.KeyHash), hash)) found = device;
        return found;
    }

    /// <summary>Notes that a device asked for something.</summary>
    internal void Saw(Device device) => _seen[device.Id] = _time.GetUtcNow();

    /// <summary>Writes down when devices were last seen, where that is more than a minute behind.</summary>
    internal void SaveSeen()
    {
        if (!List().Zip(Look()).Any(pair => pair.First.LastSeenAt - pair.Second.LastSeenAt >= SeenStep)) return;
        Change(devices => ([.. devices.Select(d => _seen.TryGetValue(d.Id, out var at) && at > d.LastSeenAt ? d with { LastSeenAt = at } : d)], (Device?)null));
    }

    /// <summary>Reads the list again if it changed.</summary>
    internal IReadOnlyList<Device> Look()
    {
        lock (_gate)
        {
            // Before the reading: what is written meanwhile is read at the next look.
            var stamp = _file.Stamp();
            if (stamp == _stamp) return _devices;
            (_devices, _stamp) = ([], default);
            (_devices, _stamp) = (_file.Read(), stamp);
            // Inside the lock, so that nobody is told of an older list after a newer one.
            Changed?.Invoke(_devices);
            return _devices;
        }
    }

    private Device? Change(Func<IReadOnlyList<Device>, (IReadOnlyList<Device> After, Device? Answer)> change)
    {
        var answer = _folder.Change(() =>
        {
            var before = _file.Read();
            var (after, device) = change(before);
            if (!after.SequenceEqual(before)) _file.Write(after);
            return device;
        });
        Look();
        return answer;
    }
}
