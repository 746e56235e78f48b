using System.Diagnostics.CodeAnalysis;

namespace MoodDeck.Vision.Imaging;

/// <summary>How reading a picture ended.</summary>
public enum ImageStatus
{
    /// <summary>It was read.</summary>
    Ok,
    /// <summary>The bytes are not a picture at all.</summary>
    NotAnImage,
    /// <summary>It breaks off or is damaged.</summary>
    Truncated,
    /// <summary>It has more bytes or pixels than the limits allow.</summary>
    TooLarge,
    /// <summary>It is a picture of a kind that is not read.</summary>
    Unsupported,
    /// <summary>The system library that reads this kind is not installed.</summary>
    LibraryMissing,
}

/// <summary>Something made from a picture, or a sentence that says why there is none and what to do.</summary>
/// <typeparam name="T">What is made.</typeparam>
public sealed class ImageResult<T> where T : class
{
    private ImageResult(ImageStatus status, T? value, string? problem) => (Status, Value, Problem) = (status, value, problem);

    /// <summary>How it ended.</summary>
    public ImageStatus Status { get; }

    /// <summary>Whether there is a <see cref="Value"/>; otherwise there is a <see cref="Problem"/>.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsOk => Status == ImageStatus.Ok;

    /// <summary>What was made; null unless <see cref="IsOk"/>.</summary>
    public T? Value { get; }

    /// <summary>What is wrong and what to do, as sentences; null when <see cref="IsOk"/>.</summary>
    public string? Problem { get; }

    internal static ImageResult<T> Of(T value) => new(ImageStatus.Ok, value, null);

    internal static ImageResult<T> Of(ImageProblem problem) => new(problem.Status, null, problem.Detail);
}

/// <summary>Why a picture cannot be read.</summary>
internal sealed record ImageProblem(ImageStatus Status, string Detail);
