namespace MoodDeck.Library.Scan;

/// <summary>Lets one scan of a data folder run at a time, whichever process it runs in.</summary>
internal sealed class ScanLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly FileStream _file;

    private ScanLock(FileStream file) => _file = file;

    /// <summary>Waits for its turn. The operating system lets go of the lock of a process that was killed.</summary>
    public static async Task<ScanLock> TakeAsync(DataFolder folder, Action onWait, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder.Path, "scan.lock");
        for (var waited = false; ; waited = true)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                if (!waited) onWait();
                await Task.Delay(Pause, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new LibraryException($"The data folder {folder.Path} cannot be written to: {StoreErrors.ReasonOf(e)}", e);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
