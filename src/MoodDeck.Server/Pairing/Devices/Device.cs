namespace MoodDeck.Server.Pairing.Devices;

/// <summary>A device of the house that was let in.</summary>
/// <param name="Id">Twelve hexadecimal digits; no secret.</param>
/// <param name="Name">What people call it.</param>
/// <param name="KeyHash">SHA-256 of the key it shows with every request; the key itself is stored nowhere but there.</param>
/// <param name="PairedAt">When it was let in.</param>
/// <param name="LastSeenAt">When it last asked for something; in the file up to a minute behind.</param>
public sealed record Device(string Id, string Name, string KeyHash, DateTimeOffset PairedAt, DateTimeOffset LastSeenAt);
