namespace MoodDeck.Server.Pairing.Invitations;

/// <summary>What lets one more device in, once.</summary>
/// <param name="Url">The address to open there. Its token is behind the <c>#</c>, which browsers send to nobody.</param>
/// <param name="ExpiresAt">When it is too late.</param>
/// <param name="Qr">The address as a code to photograph.</param>
public sealed record LanInvitation(string Url, DateTimeOffset ExpiresAt, QrCode Qr);
