namespace MoodDeck.Vision.Imaging.Drawing;

/// <summary>
/// Letters for labels, 5 pixels wide and 8 high with descenders, drawn for this project. Each glyph is eight bytes, the
/// top row in the lowest one, the leftmost pixel in the lowest bit. Capitals are drawn small; what is missing is a
/// question mark.
/// </summary>
internal static class LabelFont
{
    public const int GlyphWidth = 5;
    public const int GlyphHeight = 8;
    public const int Advance = 6;

    public static ulong GlyphOf(char character) => char.ToLowerInvariant(character) switch
    {
        ' ' => 0,
        'a' => 0x001E111E100E0000,
        'b' => 0x000F1111110F0101,
        'c' => 0x001E0101011E0000,
        'd' => 0x001E1111111E1010,
        'e' => 0x000E011F110E0000,
        'f' => 0x00020202020F020C,
        'g' => 0x0E101E11111E0000,
        'h' => 0x00111111110F0101,
        'i' => 0x000E040404060004,
        'j' => 0x06090808080C0008,
        'k' => 0x0009050305090101,
        'l' => 0x000E040404040406,
        'm' => 0x00151515150B0000,
        'n' => 0x00111111110F0000,
        'o' => 0x000E1111110E0000,
        'p' => 0x01010F11110F0000,
        'q' => 0x10101E11111E0000,
        'r' => 0x00010101030D0000,
        's' => 0x000F100E011E0000,
        't' => 0x000C0202020F0202,
        'u' => 0x001E111111110000,
        'v' => 0x00040A1111110000,
        'w' => 0x000A151515110000,
        'x' => 0x00110A040A110000,
        'y' => 0x0E101E1111110000,
        'z' => 0x001F0204081F0000,
        '0' => 0x000E11131519110E,
        '1' => 0x000E040404040604,
        '2' => 0x001F01020C10110E,
        '3' => 0x000F10100E10100F,
        '4' => 0x0008081F090A0C08,
        '5' => 0x000E1110100F011F,
        '6' => 0x000E11110F01010E,
        '7' => 0x000202040408101F,
        '8' => 0x000E11110E11110E,
        '9' => 0x000E10101E11110E,
        '.' => 0x0006060000000000,
        ',' => 0x0204060000000000,
        '%' => 0x0019190204081313,
        ':' => 0x0000060600060600,
        '-' => 0x000000001F000000,
        '+' => 0x000004041F040400,
        '/' => 0x0001010204081010,
        '(' => 0x0008040202020408,
        ')' => 0x0002040808080402,
        _ => 0x000400040C10110E,
    };
}
