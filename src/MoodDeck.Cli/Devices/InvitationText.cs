using System.Globalization;
using MoodDeck.Cli.Output;
using MoodDeck.Server;
using MoodDeck.Server.Pairing.Invitations;
using Spectre.Console;

namespace MoodDeck.Cli.Devices;

/// <summary>An invitation for the terminal: its code and its address.</summary>
internal static class InvitationText
{
    private const int QuietZone = 4;

    // Light squares are drawn: on a dark terminal, which most are, that is right even without colours.
    private static readonly Style s_ink = new(Color.White, Color.Black);

    /// <summary>The command that asks the server at that address for an invitation.</summary>
    public static string CommandFor(string address) =>
        address.TrimEnd('/') == ServerOptions.DefaultUrls ? "mooddeck devices invite" : $"mooddeck devices invite --url {address}";

    /// <summary>Writes it.</summary>
    /// <param name="invitation">What the server gave.</param>
    /// <param name="address">Where that server answers on this machine.</param>
    public static void Write(LanInvitation invitation, string address)
    {
        Console.Out.WriteLine("To pair a device, photograph this with it or open the address below there:");
        foreach (var line in Draw(invitation.Qr)) Terminal.Out.Write(new Text(line + "\n", s_ink));
        Console.Out.WriteLine(invitation.Url);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"It lets one device in, until {invitation.ExpiresAt.ToLocalTime():HH:mm}. Another: {CommandFor(address)}"));
    }

    /// <summary>The code with its quiet zone, two rows of squares in a line of letters.</summary>
    public static IEnumerable<string> Draw(QrCode code)
    {
        var side = code.Size + (2 * QuietZone);
        for (var y = 0; y < side; y += 2)
            yield return string.Concat(Enumerable.Range(0, side).Select(x => (IsDark(code, x, y), IsDark(code, x, y + 1)) switch
            {
                (false, false) => '█',
                (false, true) => '▀',
                (true, false) => '▄',
                _ => ' ',
            }));
    }

    private static bool IsDark(QrCode code, int x, int y)
    {
        var (column, row) = (x - QuietZone, y - QuietZone);
        return column >= 0 && row >= 0 && column < code.Size && row < code.Size && code.Rows[row][column] == '1';
    }
}
