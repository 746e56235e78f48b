using MoodDeck.Audio.Probing;
using MoodDeck.Core.Mood;

namespace MoodDeck.Audio.Tagging;

/// <summary>
/// Writes moods that were listened to into the tags of MP3, FLAC, Ogg Vorbis and Opus files: into a copy beside the file, which
/// takes its place only after it was compared with it. So a file is whole at any moment, whatever happens.
/// </summary>
public sealed class MoodTagWriter(AudioProbe probe, AudioToolOptions? options = null)
{
    /// <summary>What the name of an unfinished copy ends with.</summary>
    public const string UnfinishedEnding = ".mooddeck-tmp";

    private readonly TagComparison _comparison = new(options ?? new());

    private delegate void Copy(Stream source, Stream destination, IReadOnlyList<KeyValuePair<string, string>> tags);

    /// <summary>Writes a mood into a file, or into the file that a link leads to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mood">The mood.</param>
    /// <param name="model">What told the mood; it marks the tags, so that a scan does not take them for somebody's own word.</param>
    /// <param name="trial">Only find out what would be done.</param>
    /// <param name="cancellationToken">Cancels; the file stays as it was.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind.</exception>
    public async Task<MoodTagResult> WriteAsync(string path, Vad mood, string model, bool trial = false, CancellationToken cancellationToken = default)
    {
        try
        {
            FileInfo file = new(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
            var unfinished = file.FullName + UnfinishedEnding;
            // Of a run that was killed.
            if (!trial) File.Delete(unfinished);
            var info = await probe.ProbeAsync(file.FullName, cancellationToken);
            if (!info.IsOk) return new(MoodTagOutcome.Failed, info.Failure.Message);
            if (info.Value.Mood is not null) return new(MoodTagOutcome.Stated, "Its tags state a mood already.");
            if (IsSaid(info.Value, mood, model)) return new(MoodTagOutcome.Unchanged);
            if (CopyFor(info.Value) is not { } copy)
                return new(MoodTagOutcome.Unsupported, $"Tags of {info.Value.Codec} in {info.Value.Container} are not written; those of MP3, FLAC, Ogg Vorbis and Opus are.");
            if (trial) return new(MoodTagOutcome.Written);
            try
            {
                return await ReplaceAsync(file, unfinished, copy, mood, model, cancellationToken);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (InvalidDataException e)
        {
            return new(MoodTagOutcome.Unsupported, e.Message);
        }
        catch (EndOfStreamException)
        {
            return new(MoodTagOutcome.Failed, "It is damaged or was only half written.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(MoodTagOutcome.Failed, e.Message);
        }
    }

    private static bool IsSaid(AudioInfo info, Vad mood, string model) =>
        info.Heard is { } heard && heard.Model == model && MoodTags.Write(heard.Mood, model).SequenceEqual(MoodTags.Write(mood, model));

    private static Copy? CopyFor(AudioInfo info) => (info.Container, info.Codec) switch
    {
        ("mp3", "mp3") => Id3Tags.Copy,
        ("flac", "flac") => FlacTags.Copy,
        ("ogg", "vorbis" or "opus") => OggTags.Copy,
        _ => null,
    };

    private async Task<MoodTagResult> ReplaceAsync(FileInfo file, string unfinished, Copy copy, Vad mood, string model, CancellationToken cancellationToken)
    {
        var before = (file.Length, file.LastWriteTimeUtc);
        await using (var source = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read))
        await using (var destination = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await Task.Run(() => copy(source, destination, [.. MoodTags.Write(mood, model)]), cancellationToken);
            // On the disk before it takes the place of what is there.
            destination.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(unfinished, File.GetUnixFileMode(file.FullName));
        var written = await probe.ProbeAsync(unfinished, cancellationToken);
        if (!written.IsOk || !IsSaid(written.Value, mood, model) || !await _comparison.AreEqualAsync(file.FullName, unfinished, cancellationToken))
            return new(MoodTagOutcome.Failed, "The copy with the mood in its tags was not the same otherwise, so it was thrown away.");
        file.Refresh();
        if ((file.Length, file.LastWriteTimeUtc) != before) return new(MoodTagOutcome.Failed, "Somebody else changed it meanwhile.");
        File.Move(unfinished, file.FullName, overwrite: true);
        return new(MoodTagOutcome.Written);
    }
}
