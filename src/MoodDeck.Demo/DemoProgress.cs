namespace MoodDeck.Demo;

/// <summary>How far the making of the library is.</summary>
/// <param name="Done">Pieces that are there.</param>
/// <param name="Total">Pieces there will be.</param>
/// <param name="Title">The piece that was finished last; null before the first.</param>
public readonly record struct DemoProgress(int Done, int Total, string? Title);

/// <summary>One finished piece.</summary>
/// <param name="Piece">Which.</param>
/// <param name="Path">Full path of its audio file.</param>
public sealed record DemoFile(DemoPiece Piece, string Path);

/// <summary>The library could not be made; the message tells why and what to do.</summary>
public sealed class DemoLibraryException : Exception
{
    /// <summary>With a message for people.</summary>
    public DemoLibraryException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for people and what caused it.</summary>
    public DemoLibraryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
