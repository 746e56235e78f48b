using MoodDeck.Demo.Covers;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Demo.Tests.Covers;

public sealed class CoverPainterTests
{
    [Fact]
    public void Paint_SamePieceTwice_GivesTheSamePicture()
    {
        using var first = CoverPainter.Paint(DemoCatalogue.Pieces[0]);
        using var second = CoverPainter.Paint(DemoCatalogue.Pieces[0]);

        Assert.Equal((CoverPainter.Size, CoverPainter.Size), (first.Width, first.Height));
        Assert.True(first.Pixels.SequenceEqual(second.Pixels));
    }

    [Fact]
    public void Paint_EveryPiece_HasAPictureOfItsOwnWithATitle()
    {
        var hashes = new HashSet<string>();
        foreach (var piece in DemoCatalogue.Pieces)
        {
            using var cover = CoverPainter.Paint(piece);
            Assert.True(hashes.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(cover.Pixels))), piece.Title);
            var ink = 0;
            for (var y = 510; y < 550; y++) for (var x = 0; x < CoverPainter.Size; x++) if (cover[x, y].G < 90) ink++;
            Assert.True(ink > 500, $"{piece.Title}: {ink} dark pixels where the title stands");
        }
    }

    [Fact]
    public void Paint_PleasantAndUnpleasant_AreLightAndDark() =>
        Assert.True(Lightness("Kettle and Honey") > Lightness("Broken Glass Boulevard") + 40);

    [Fact]
    public void Write_EveryTitle_UsesLettersTheFontHas()
    {
        foreach (var letter in DemoCatalogue.Pieces.SelectMany(p => p.Title + p.Album).Concat("0123456789").Where(c => c != ' ').Distinct())
        {
            var canvas = new Canvas(40);
            StrokeFont.Write(canvas, letter.ToString(), new(10, 8), 20, 3, new Colour(1, 1, 1));
            using var image = canvas.ToImage(0, 1);
            Assert.True(image.Pixels.ToArray().Any(p => p > 200), $"nothing is drawn for '{letter}'");
        }
    }

    private static double Lightness(string title)
    {
        using var cover = CoverPainter.Paint(DemoCatalogue.Pieces.Single(p => p.Title == title));
        return cover.Pixels[..(CoverPainter.Size * 460 * Image.Channels)].ToArray().Average(p => (double)p);
    }
}
