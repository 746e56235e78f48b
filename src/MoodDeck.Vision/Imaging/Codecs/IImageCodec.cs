namespace MoodDeck.Vision.Imaging.Codecs;

/// <summary>What a file's header says.</summary>
/// <param name="Width">Stored width in pixels.</param>
/// <param name="Height">Stored height in pixels.</param>
/// <param name="Orientation">EXIF orientation, 1 to 8.</param>
internal readonly record struct ImageHeader(int Width, int Height, int Orientation);

/// <summary>Reads one format. Problems are values; only a missing library throws.</summary>
internal interface IImageCodec
{
    /// <summary>The format's name in messages.</summary>
    string Name { get; }

    /// <summary>The Debian package with the library.</summary>
    string Package { get; }

    /// <summary>Whether <see cref="Decode"/> can give luma directly, without colours in between.</summary>
    bool DecodesGrey { get; }

    /// <summary>Reads sizes without taking memory for pixels.</summary>
    ImageProblem? ReadHeader(ReadOnlySpan<byte> data, out ImageHeader header);

    /// <summary>Decodes into rows of RGB, or of luma when <paramref name="grey"/>, in stored orientation.</summary>
    ImageProblem? Decode(ReadOnlySpan<byte> data, in ImageHeader header, bool grey, Span<byte> pixels);
}
