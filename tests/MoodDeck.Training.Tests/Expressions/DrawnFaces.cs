using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Tests.Data;

namespace MoodDeck.Training.Tests.Expressions;

/// <summary>Faces of a few strokes whose mouth tells the expression: learnable in seconds, impossible by chance.</summary>
internal static class DrawnFaces
{
    /// <summary>Grey values of a 48 x 48 face; the same seed is the same face.</summary>
    /// <param name="mouth">0 straight, 1 smiling, 2 turned down, 3 open.</param>
    /// <param name="seed">Place, light and noise.</param>
    public static byte[] Draw(int mouth, int seed)
    {
        var random = FastRandom.For(23, mouth, seed);
        var pixels = new byte[48 * 48];
        var light = 110 + random.NextInt(60);
        foreach (ref var p in pixels.AsSpan()) p = (byte)(light + random.NextInt(20));
        var (dx, dy) = (random.NextInt(5) - 2, random.NextInt(5) - 2);
        void Dot(int x, int y)
        {
            for (var i = 0; i < 9; i++)
            {
                var (px, py) = (x + dx + (i % 3) - 1, y + dy + (i / 3) - 1);
                if (px is >= 0 and < 48 && py is >= 0 and < 48) pixels[(py * 48) + px] = 20;
            }
        }

        Dot(15, 17);
        Dot(33, 17);
        for (var x = -9; x <= 9; x++)
        {
            var bend = (81 - (x * x)) / 12;
            Dot(24 + x, mouth switch { 1 => 31 + bend, 2 => 37 - bend, 3 => 30, _ => 34 });
            if (mouth == 3) Dot(24 + x, 40);
        }

        return pixels;
    }

    /// <summary>Writes faces into folders named by labels, the first label's mouth straight, the second's smiling and so on.</summary>
    public static void PutFolders(TempFolder folder, string root, int each, params string[] labels)
    {
        for (var label = 0; label < labels.Length; label++)
        {
            for (var i = 0; i < each; i++)
            {
                var face = Draw(label, i);
                folder.Put($"{root}/{labels[label]}/{i:000}.png", DrawnPictures.Png(48, 48, (x, y) => face[(y * 48) + x]));
            }
        }
    }
}
