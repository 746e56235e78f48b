namespace MoodDeck.Audio.Probing;

/// <summary>How every file is handed to the ffmpeg programs, and what is checked before and said after.</summary>
internal static class AudioInput
{
    /// <summary>
    /// Opens a local file and nothing else: a name like <c>http://…</c> or <c>-y</c> stays a name, and a playlist or a
    /// reference inside a file cannot reach the network.
    /// </summary>
    public static string[] Arguments(string path) => ["-protocol_whitelist", "file,pipe", "-i", "file:" + path];

    /// <summary>What is wrong before any process is started; null when nothing is.</summary>
    public static AudioFailure? Check(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return file.Length > 0 ? null : new(AudioProblem.Empty, $"\"{path}\" is empty. Copy or download it again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(AudioProblem.Missing, $"\"{path}\" cannot be opened: {e.Message}");
        }
    }

    /// <summary>The failure for a file ffmpeg found nothing to play in.</summary>
    public static AudioFailure Unplayable(string path)
    {
        try
        {
            return AudioSignature.IsAudio(path)
                ? new(AudioProblem.Truncated, $"\"{path}\" starts like an audio file but holds nothing to play; it was probably only half written. Copy or download it again.")
                : new(AudioProblem.NotAudio, $"\"{path}\" is not an audio file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(AudioProblem.Missing, $"\"{path}\" cannot be opened: {e.Message}");
        }
    }
}
