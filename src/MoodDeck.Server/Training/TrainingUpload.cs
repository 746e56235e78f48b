using System.Text;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Training;

/// <summary>Takes a zip in, straight to disk; memory holds one buffer of it.</summary>
internal sealed partial class TrainingUpload(TrainingStore store, TrainingLimits limits, TimeProvider time, ILogger<TrainingUpload> logger)
{
    private const int MaxNameLength = 100;

    /// <summary>The new training, or the problem to answer with; nothing is left behind then.</summary>
    public async Task<(TrainingRecord? Training, ProblemHttpResult? Problem)> TakeAsync(HttpRequest request, string? name, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limits.UploadBytes) return (null, TooLarge());
        TrainingFolder? folder = null;
        try
        {
            var now = time.GetUtcNow();
            store.ClearLeftovers(now);
            (var id, folder) = store.Create(now);
            var (bytes, problem) = await WriteAsync(request.Body, folder.Data, cancellationToken);
            if (problem is null)
            {
                TrainingRecord record = new() { Id = id, Name = NameOf(name), Bytes = bytes, CreatedAt = now };
                store.Save(record);
                return (record, null);
            }

            Remove(folder);
            return (null, problem);
        }
        // A body that breaks off is an IOException of its own kind, and the client's affair.
        catch (Exception e) when (e is (IOException and not BadHttpRequestException) or UnauthorizedAccessException)
        {
            Remove(folder);
            NotStored(e.Message);
            return (null, ProblemKind.NoRoom.With($"The pictures could not be stored ({e.Message.TrimEnd('.')}). Make room in the data folder, or choose another with --data."));
        }
        catch
        {
            Remove(folder);
            throw;
        }
    }

    private async Task<(long Bytes, ProblemHttpResult? Problem)> WriteAsync(Stream body, string path, CancellationToken cancellationToken)
    {
        var buffer = new byte[128 << 10];
        var head = await body.ReadAtLeastAsync(buffer, 4, throwOnEndOfStream: false, cancellationToken);
        if (!buffer.AsSpan(0, head).StartsWith("PK\x03\x04"u8))
            return (0, ProblemKind.BadArchive.With("This is not a zip with anything in it. Zip the folder that holds one folder of pictures for each expression, and send that."));
        await using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        var total = 0L;
        for (var read = head; read > 0; read = await body.ReadAsync(buffer, cancellationToken))
        {
            total += read;
            if (total > limits.UploadBytes) return (0, TooLarge());
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return (total, null);
    }

    private ProblemHttpResult TooLarge() => ProblemKind.TooLarge.With(
        $"The zip has more than {limits.UploadBytes / 1_000_000} MB, which is the most that is taken here. Make the pictures smaller (48 pixels are enough), or train on the folder itself: mooddeck train emotion --data FOLDER.");

    /// <summary>What to call it: for people to read, never a path.</summary>
    private static string NameOf(string? name)
    {
        var plain = string.Concat((name ?? "").EnumerateRunes().Where(r => !Rune.IsControl(r) && !TurnsText(r)).Take(MaxNameLength)).Trim();
        return plain.Length > 0 ? plain : "pictures.zip";
    }

    // A right-to-left override makes "gpj.zip" read as "piz.jpg", and the words after it as well.
    private static bool TurnsText(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static void Remove(TrainingFolder? folder)
    {
        if (folder is not null && Directory.Exists(folder.Path)) Directory.Delete(folder.Path, recursive: true);
    }

    [LoggerMessage(LogLevel.Warning, "Uploaded pictures could not be stored: {Reason}")]
    private partial void NotStored(string reason);
}
