using System.Numerics;

namespace MoodDeck.Demo.Covers;

/// <summary>
/// Capitals as a draughtsman letters them, drawn for this project: lines between points of a grid 4 wide and 6 high, each
/// point two digits (x, then y from the top), lines of a letter apart by spaces.
/// </summary>
internal static class StrokeFont
{
    private const float Advance = 5.6f;
    private const float SpaceAdvance = 3.4f;
    private const float NarrowAdvance = 2.4f;

    /// <summary>Writes text from its top left corner, letters <paramref name="height"/> pixels high.</summary>
    public static void Write(Canvas canvas, string text, Vector2 at, float height, float stroke, Colour colour)
    {
        var scale = height / 6;
        foreach (var letter in text.ToUpperInvariant())
        {
            var left = IsNarrow(letter) ? -1.6f : 0;
            foreach (var line in Lines(letter).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                for (var i = 0; i + 3 < line.Length; i += 2)
                    canvas.Line(Point(line, i), Point(line, i + 2), stroke, colour);
            }

            at.X += scale * WidthOf(letter);

            Vector2 Point(string line, int i) => at + (scale * new Vector2(line[i] - '0' + left, line[i + 1] - '0'));
        }
    }

    /// <summary>How wide text is at a height.</summary>
    public static float Measure(string text, float height) => height / 6 * (text.ToUpperInvariant().Sum(WidthOf) - 1.6f);

    private static float WidthOf(char letter) => letter == ' ' ? SpaceAdvance : IsNarrow(letter) ? NarrowAdvance : Advance;

    private static bool IsNarrow(char letter) => letter is 'I' or '1' or ',' or '.' or '\'';

    private static string Lines(char letter) => letter switch
    {
        'A' => "062046 1434", 'B' => "0006 003041423303 033344453606", 'C' => "4130100105163645", 'D' => "0006 003041453606", 'E' => "40000646 0333",
        'F' => "400006 0333", 'G' => "41301001051636454323", 'H' => "0006 4046 0343", 'I' => "2026", 'J' => "4045361605", 'K' => "0006 400346", 'L' => "000646",
        'M' => "0600234046", 'N' => "06004640", 'O' => "103041453616050110", 'P' => "06003041423303", 'Q' => "103041453616050110 3446", 'R' => "06003041423303 2346",
        'S' => "413010010213334445361605", 'T' => "0040 2026", 'U' => "000516364540", 'V' => "002640", 'W' => "0016233640", 'X' => "0046 4006", 'Y' => "002340 2326",
        'Z' => "00400646", '0' => "103041453616050110", '1' => "112026", '2' => "01103041420646", '3' => "0040234445361605", '4' => "36300444", '5' => "4000033344453606",
        '6' => "30100105163645443303", '7' => "004016", '8' => "103041423313020110 133344453616050413", '9' => "431303020110304145361605", ',' => "2517", '.' => "2526", '-' => "1333", '\'' => "2021",
        _ => "",
    };
}
