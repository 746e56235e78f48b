using System.Net;

namespace MoodDeck.Server.Pairing.Network;

/// <summary>What this machine is called on the house's network.</summary>
internal interface ILanAddresses
{
    /// <summary>Its name, and its name as devices without a name server of their own find it (<c>NAME.local</c>).</summary>
    IReadOnlyList<string> Names();

    /// <summary>Its addresses as other devices reach them, the likeliest first.</summary>
    IReadOnlyList<IPAddress> Addresses();
}
