using System.Security.Cryptography;
using MoodDeck.Server.Pairing.Devices;

namespace MoodDeck.Server.Pairing.Invitations;

/// <summary>Tokens that let one device in each. They are kept in memory only, by their hash, and end with the server.</summary>
internal sealed class InvitationBook(TimeProvider time, LanOptions options)
{
    // 144 bits: nobody guesses one, and the code a phone has to photograph stays coarse.
    private const int TokenBytes = 18;
    private readonly Lock _gate = new();
    private readonly List<Open> _open = [];

    /// <summary>A new token and when it ends.</summary>
    public (string Token, DateTimeOffset ExpiresAt) Create()
    {
        var token = DeviceKey.Secret(TokenBytes);
        var expiresAt = time.GetUtcNow() + options.InvitationLife;
        lock (_gate)
        {
            RemoveExpired();
            if (_open.Count >= options.MaxInvitations) _open.RemoveAt(0);
            _open.Add(new(DeviceKey.Hash(token), expiresAt));
        }

        return (token, expiresAt);
    }

    /// <summary>Uses a token up; false when it never was, is used already or came too late.</summary>
    public bool TrySpend(string token)
    {
        var hash = DeviceKey.Hash(token);
        lock (_gate)
        {
            RemoveExpired();
            Open? spent = null;
            foreach (var open in _open)
                if (CryptographicOperations.FixedTimeEquals(open.Hash, hash)) spent = open;
            return spent is not null && _open.Remove(spent);
        }
    }

    private void RemoveExpired() => _open.RemoveAll(o => o.ExpiresAt <= time.GetUtcNow());

    private sealed record Open(byte[] Hash, DateTimeOffset ExpiresAt);
}
