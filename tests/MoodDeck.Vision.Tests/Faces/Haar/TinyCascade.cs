using System.Globalization;

namespace MoodDeck.Vision.Tests.Faces.Haar;

/// <summary>A cascade of 8 x 8 pixels written by hand: bright above dark is a hit.</summary>
internal static class TinyCascade
{
    /// <summary>One stage, one stump: the upper half less the lower half, as a share of deviation and area.</summary>
    public static string Xml(string nodes = "0 -1 0 0.5", string leaves = "0 1", string stageThreshold = "0.5", string features = UpperLessLower, string width = "8", string kind = "HAAR", string tail = "") => $"""
        <?xml version="1.0"?>
        <opencv_storage>
        <cascade type_id="opencv-cascade-classifier"><stageType>BOOST</stageType>
          <featureType>{kind}</featureType>
          <height>8</height>
          <width>{width}</width>
          <stageNum>1</stageNum>
          <stages>
            <_><maxWeakCount>1</maxWeakCount>
              <stageThreshold>{stageThreshold}</stageThreshold>
              <weakClassifiers><_><internalNodes>{nodes}</internalNodes><leafValues>{leaves}</leafValues></_></weakClassifiers></_></stages>
          <features>{features}</features></cascade>{tail}
        </opencv_storage>
        """;

    /// <summary>The feature of the default cascade.</summary>
    public const string UpperLessLower = "<_><rects><_>0 0 8 8 -1.</_><_>0 0 8 4 2.</_></rects><tilted>0</tilted></_>";

    public static string Feature(bool tilted, params int[][] rectangles) => string.Create(
        CultureInfo.InvariantCulture, $"<_><rects>{string.Concat(rectangles.Select(r => $"<_>{string.Join(' ', r)}</_>"))}</rects><tilted>{(tilted ? 1 : 0)}</tilted></_>");
}
