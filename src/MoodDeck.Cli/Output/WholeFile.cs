namespace MoodDeck.Cli.Output;

/// <summary>Writes a file as a whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside <paramref name="path"/> and moves it there at the end, so that a failure leaves what was there.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        var full = Path.GetFullPath(path);
        var unfinished = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            T result;
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                result = await write(stream);
            File.Move(unfinished, full, overwrite: true);
            return result;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
