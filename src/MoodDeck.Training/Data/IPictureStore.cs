namespace MoodDeck.Training.Data;

/// <summary>A picture file inside a store.</summary>
/// <param name="Name">Its path inside the store, with forward slashes.</param>
/// <param name="Id">Which of the store's files it is.</param>
internal readonly record struct PictureFile(string Name, int Id);

/// <summary>Picture files in a folder or an archive. Reading is safe for concurrent use.</summary>
internal interface IPictureStore : IDisposable
{
    /// <summary>What the store is called.</summary>
    string Path { get; }

    /// <summary>The pictures in ordinal order of their names.</summary>
    IReadOnlyList<PictureFile> Files { get; }

    /// <summary>What must not be read, such as a name that leads outside, with the reason.</summary>
    IReadOnlyList<BadRow> Refused { get; }

    /// <summary>A text that is another when the file is another.</summary>
    string KeyOf(PictureFile file);

    /// <summary>The bytes of a file; null, with the reason, when they cannot be had.</summary>
    /// <exception cref="PictureLimitException">The store as a whole is over a limit.</exception>
    byte[]? TryRead(PictureFile file, out string? problem);
}
