namespace MoodDeck.Library;

/// <summary>
/// Something about the data folder, a file or a table that the user can put right. The message says what is wrong and
/// what to do, in one line.
/// </summary>
public sealed class LibraryException : Exception
{
    /// <summary>A message for the user.</summary>
    public LibraryException(string message) : base(message) { }

    /// <summary>A message for the user, with what it was found by.</summary>
    public LibraryException(string message, Exception inner) : base(message, inner) { }

    /// <summary>Whether what was to be stored is at fault, rather than the disk, the network or another process.</summary>
    public bool IsOfTheData { get; init; }

    /// <summary>Whether it may well be over in a moment: the database is away, starting or busy.</summary>
    public bool IsPassing { get; init; }
}
