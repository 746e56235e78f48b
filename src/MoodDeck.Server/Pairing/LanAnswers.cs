using MoodDeck.Server.Pairing.Devices;

namespace MoodDeck.Server.Pairing;

/// <summary>Whether the house's network is listened on, and who asks.</summary>
/// <param name="On">Whether it is.</param>
/// <param name="Urls">Where other devices find the page, the likeliest first.</param>
/// <param name="Fingerprint">SHA-256 of the certificate as browsers show it; null while it is off.</param>
/// <param name="MayManage">Whether who asks may invite and remove devices: only this machine may.</param>
/// <param name="Device">The paired device that asks; null on this machine.</param>
internal sealed record LanAnswer(bool On, IReadOnlyList<string> Urls, string? Fingerprint, bool MayManage, DeviceAnswer? Device);

/// <summary>A paired device.</summary>
internal sealed record DeviceAnswer(string Id, string Name, DateTimeOffset PairedAt, DateTimeOffset LastSeenAt)
{
    /// <summary>What of a device may be told.</summary>
    public static DeviceAnswer Of(Device device) => new(device.Id, device.Name, device.PairedAt, device.LastSeenAt);
}

/// <summary>What an invited device sends.</summary>
internal sealed record PairBody
{
    /// <summary>What stood behind the <c>#</c> of the invitation.</summary>
    public string? Token { get; init; }

    /// <summary>What the device is to be called; without it, after its browser and system.</summary>
    public string? Name { get; init; }
}

/// <summary>A device's new name.</summary>
internal sealed record RenameBody
{
    /// <summary>1 to 60 characters.</summary>
    public string? Name { get; init; }
}
