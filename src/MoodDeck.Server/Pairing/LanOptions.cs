namespace MoodDeck.Server.Pairing;

/// <summary>How devices of the house are let in.</summary>
internal sealed record LanOptions
{
    /// <summary>Whether the house's network is listened on. Default no.</summary>
    public bool On { get; init; }

    /// <summary>How long an invitation may wait for its device. Default ten minutes.</summary>
    public TimeSpan InvitationLife { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many invitations may wait; of more the oldest end. Default 8.</summary>
    public int MaxInvitations { get; init; } = 8;

    /// <summary>How many wrong tokens an address may try within <see cref="WrongTokenWindow"/>. Default 10.</summary>
    public int MaxWrongTokens { get; init; } = 10;

    /// <summary>How long wrong tokens are remembered. Default one minute.</summary>
    public TimeSpan WrongTokenWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many devices may be paired. Default 64.</summary>
    public int MaxDevices { get; init; } = 64;

    /// <summary>How often the list of devices is looked at for what another process changed. Default one second.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often what changes slowly is written or renewed: when devices were last seen, and the certificate. Default one minute.</summary>
    public TimeSpan CareInterval { get; init; } = TimeSpan.FromMinutes(1);
}
