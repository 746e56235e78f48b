using MoodDeck.Cli.Devices;
using MoodDeck.Cli.Output;
using MoodDeck.Server.Pairing;

namespace MoodDeck.Cli.Serve;

/// <summary>What <c>serve --lan</c> tells about the house's network when it has started.</summary>
internal static class LanWelcome
{
    /// <summary>Writes it, with an invitation where somebody watches.</summary>
    /// <param name="lan">The server's side of the network.</param>
    /// <param name="address">Where the server answers on this machine.</param>
    public static void Write(Lan lan, string address)
    {
        var urls = lan.Urls();
        Console.Out.WriteLine(urls.Count > 0
            ? $"Paired devices of the house play at {string.Join(" or ", urls)}"
            : "This machine is on no network, so no other device finds it yet.");
        Console.Out.WriteLine($"The certificate's SHA-256 fingerprint: {lan.Fingerprint}");
        Console.Out.WriteLine($"A browser warns of it once; compare the fingerprint, or let the device trust {lan.AuthorityPath}");
        // What is written into a log can be read by others; a token is for the eyes of who started this.
        if (Terminal.OutIsWatched && lan.Invite() is { } invitation) InvitationText.Write(invitation, address);
        else Console.Out.WriteLine($"To pair a device: {InvitationText.CommandFor(address)}, or the page's settings on this machine.");
    }
}
