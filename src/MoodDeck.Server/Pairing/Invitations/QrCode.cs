using QRCoder;

namespace MoodDeck.Server.Pairing.Invitations;

/// <summary>A QR code (ISO/IEC 18004) as squares, without the quiet zone of four squares that belongs around it.</summary>
/// <param name="Size">Squares on a side, 21 to 177.</param>
/// <param name="Rows">From the top, each of <paramref name="Size"/> letters: <c>1</c> is dark, <c>0</c> light.</param>
public sealed record QrCode(int Size, IReadOnlyList<string> Rows)
{
    private const int QuietZone = 4;

    /// <summary>The code of a text, readable with 15 % of it hidden (level M).</summary>
    public static QrCode Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var matrix = code.ModuleMatrix;
        var size = matrix.Count - (2 * QuietZone);
        return new(size, [.. matrix.Skip(QuietZone).Take(size).Select(row => string.Create(size, row, static (letters, row) =>
        {
            for (var i = 0; i < letters.Length; i++) letters[i] = row[i + QuietZone] ? '1' : '0';
        }))]);
    }
}
