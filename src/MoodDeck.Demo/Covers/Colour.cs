using System.Globalization;
using System.Numerics;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Demo.Covers;

/// <summary>A colour, each part from 0 to 1, in sRGB.</summary>
internal readonly record struct Colour(float R, float G, float B)
{
    /// <summary>Reads <c>RRGGBB</c>.</summary>
    public static Colour Of(string hex)
    {
        var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new((value >> 16) / 255f, ((value >> 8) & 255) / 255f, (value & 255) / 255f);
    }

    /// <summary>A share <paramref name="t"/> of the way to another colour.</summary>
    public Colour Towards(Colour other, float t) => From(Vector3.Lerp(ToVector(), other.ToVector(), Math.Clamp(t, 0, 1)));

    /// <summary>Lighter (above 1) or darker (below 1).</summary>
    public Colour Times(float factor) => From(Vector3.Min(ToVector() * factor, Vector3.One));

    /// <summary>Turned around the colour circle, with the lightness kept roughly.</summary>
    public Colour Turned(double degrees)
    {
        // Rotation about the grey axis (Rodrigues).
        var axis = new Vector3(0.57735027f);
        var turn = Quaternion.CreateFromAxisAngle(axis, (float)(degrees * Math.PI / 180));
        return From(Vector3.Clamp(Vector3.Transform(ToVector(), turn), Vector3.Zero, Vector3.One));
    }

    /// <summary>As bytes.</summary>
    public Rgb ToRgb() => new((byte)MathF.Round(255 * R), (byte)MathF.Round(255 * G), (byte)MathF.Round(255 * B));

    private Vector3 ToVector() => new(R, G, B);

    private static Colour From(Vector3 v) => new(v.X, v.Y, v.Z);
}
