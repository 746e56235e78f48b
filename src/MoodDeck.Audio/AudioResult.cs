using System.Diagnostics.CodeAnalysis;

namespace MoodDeck.Audio;

/// <summary>What went wrong with an audio file.</summary>
public enum AudioProblem
{
    /// <summary>There is no such file, or it may not be read.</summary>
    Missing,
    /// <summary>The file has no bytes.</summary>
    Empty,
    /// <summary>The file starts like audio but ends before any of it can be played.</summary>
    Truncated,
    /// <summary>The file holds no audio.</summary>
    NotAudio,
    /// <summary>The file holds no cover.</summary>
    NoCover,
    /// <summary>Reading or writing took too long and was stopped.</summary>
    TimedOut,
    /// <summary>ffmpeg or ffprobe is not installed.</summary>
    ToolMissing,
    /// <summary>ffmpeg or ffprobe failed for another reason, told in the message.</summary>
    Failed,
}

/// <summary>A failure as a value.</summary>
/// <param name="Problem">What kind.</param>
/// <param name="Message">One or two sentences for people: what happened and what to do.</param>
public sealed record AudioFailure(AudioProblem Problem, string Message);

/// <summary>Either a value or the reason there is none.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class AudioResult<T>
    where T : class
{
    private AudioResult(T? value, AudioFailure? failure) => (Value, Failure) = (value, failure);

    /// <summary>The value; null when it failed.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public AudioFailure? Failure { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsOk => Failure is null;

    /// <summary>A success.</summary>
    public static implicit operator AudioResult<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator AudioResult<T>(AudioFailure failure) => new(null, failure);
}
