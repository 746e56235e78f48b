using MoodDeck.Core.Imaging;

namespace MoodDeck.Audio.Spectrograms;

/// <summary>A picture of a whole track: time from left to right, mel bands (40 to 10,500 Hz) from bottom to top.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Bands.</param>
/// <param name="Pixels">Grey values <c>[height, width]</c> from the top left; 0 = silence, 255 = the loudest there is.</param>
public sealed record Spectrogram(int Width, int Height, byte[] Pixels)
{
    /// <summary>The picture as 8-bit grey PNG.</summary>
    public byte[] ToPng() => GreyPng.Encode(Width, Height, Pixels);
}
