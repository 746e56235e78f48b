using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Covers.Scenes;
using MoodDeck.Demo.Pieces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Demo.Covers;

/// <summary>Draws a piece's cover from its mood and title: a scene, and below it a label as on a cassette.</summary>
internal static class CoverPainter
{
    /// <summary>Pixels a side.</summary>
    public const int Size = 600;

    private const float LabelTop = 470;
    private const float Margin = 26;
    private const float Grain = 0.018f;
    private static readonly Colour s_paper = Colour.Of("F3ECDC");
    private static readonly Colour s_ink = Colour.Of("2A2622");

    /// <summary>The cover; the same piece always gets the same one.</summary>
    public static Image Paint(DemoPiece piece)
    {
        var random = SeededRandom.Of(piece.Title + "/cover");
        var colours = Palette.For(piece.Mood, random.Next(-14, 14));
        var canvas = new Canvas(Size);
        var motif = PieceBook.All[piece.Number - 1].Motif ?? MotifOf(piece.Mood);
        motif(new(canvas, colours, random));
        Label(canvas, piece, colours);
        return canvas.ToImage(Grain, (uint)random.NextBits() | 1);
    }

    private static Action<Scene> MotifOf(Vad mood)
    {
        if (mood.Dominance > 0.6) return Geometries.Arches;
        if (Math.Max(Math.Abs(mood.Valence), Math.Abs(mood.Arousal)) < 0.29) return mood.Arousal < -0.2 ? Geometries.Window : Geometries.Tiles;
        return NamedMoods.Nearest(mood).Name switch
        {
            "happy" => Geometries.Sunburst,
            "excited" => Geometries.Confetti,
            "energetic" => Landscapes.Rails,
            "tense" => Geometries.Rings,
            "angry" => Geometries.Shards,
            "unpleasant" => Geometries.Moire,
            "sad" => Landscapes.Rain,
            "tired" => Landscapes.Night,
            "calm" => Landscapes.Snow,
            "serene" => Landscapes.Lake,
            _ => Landscapes.Hills,
        };
    }

    private static void Label(Canvas canvas, DemoPiece piece, Palette colours)
    {
        canvas.Polygon([new(0, LabelTop), new(Size, LabelTop), new(Size, Size), new(0, Size)], s_paper);
        Colour[] stripes = [colours.Deep, colours.Main, colours.Accent];
        for (var i = 0; i < stripes.Length; i++)
        {
            var y = LabelTop + (i * 7);
            canvas.Polygon([new(0, y), new(Size, y), new(Size, y + 7), new(0, y + 7)], stripes[i]);
        }

        var room = Size - (2 * Margin);
        var height = Math.Min(34, 34 * room / StrokeFont.Measure(piece.Title, 34));
        StrokeFont.Write(canvas, piece.Title, new(Margin, LabelTop + 42 + ((34 - height) / 2)), height, height / 9, s_ink);
        StrokeFont.Write(canvas, $"{piece.Band} - {piece.Album}", new(Margin, LabelTop + 95), 13, 1.6f, s_ink);
        var number = piece.Number.ToString("00", CultureInfo.InvariantCulture);
        StrokeFont.Write(canvas, number, new(Size - Margin - StrokeFont.Measure(number, 13), LabelTop + 95), 13, 1.6f, s_ink);
    }
}
