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
}
