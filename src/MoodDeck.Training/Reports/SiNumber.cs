using System.Globalization;

namespace MoodDeck.Training.Reports;

/// <summary>Large numbers as readers like them: three digits and the SI's letter, such as <c>35.9 M</c>.</summary>
public static class SiNumber
{
    private static readonly (double Scale, string Unit)[] s_units = [(1e9, " G"), (1e6, " M"), (1e3, " k")];

    /// <summary>The number as text.</summary>
    /// <param name="value">Any number of at least 0.</param>
    public static string Of(double value)
    {
        // What would round up to a thousand of one unit is one of the next.
        var (scale, unit) = s_units.FirstOrDefault(u => value >= u.Scale * 0.9995, (1, ""));
        var digits = value / scale;
        return digits.ToString(digits switch { >= 99.95 => "0", >= 9.995 => "0.#", _ => "0.##" }, CultureInfo.InvariantCulture) + unit;
    }
}
