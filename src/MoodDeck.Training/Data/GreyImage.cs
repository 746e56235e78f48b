namespace MoodDeck.Training.Data;

/// <summary>A grey picture, one byte a pixel, row by row from the top left.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">Grey values <c>[Height, Width]</c>.</param>
public sealed record GreyImage(int Width, int Height, byte[] Pixels);

/// <summary>Turns the bytes of a picture file into grey values.</summary>
/// <param name="file">A JPEG, PNG or WebP file.</param>
/// <exception cref="InvalidDataException">It is no picture that can be read.</exception>
public delegate GreyImage GreyDecoder(byte[] file);
