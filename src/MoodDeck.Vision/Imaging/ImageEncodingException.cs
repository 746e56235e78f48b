namespace MoodDeck.Vision.Imaging;

/// <summary>A picture could not be written as a file; the message says why and what to do.</summary>
public sealed class ImageEncodingException : Exception
{
    /// <summary>An unexplained failure.</summary>
    public ImageEncodingException() : base("The picture could not be encoded.") { }

    /// <summary>A failure with its explanation.</summary>
    public ImageEncodingException(string message) : base(message) { }

    /// <summary>A failure with its explanation and cause.</summary>
    public ImageEncodingException(string message, Exception innerException) : base(message, innerException) { }

    internal static ImageEncodingException MissingLibrary(string format, string package, Exception cause) =>
        new($"{format} needs the system library of the package {package}. Type: sudo apt-get install {package}", cause);
}
