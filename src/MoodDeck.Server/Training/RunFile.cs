using System.Text.Json;
using System.Text.Json.Serialization;

namespace MoodDeck.Server.Training;

/// <summary>
/// How a run goes, as the trainer writes it to <c>run.json</c>. Every member may be missing: the file is another program's.
/// </summary>
internal sealed record RunFile
{
    public const string Preparing = "preparing", Running = "running", Finished = "finished", Stopped = "stopped", Failed = "failed";

    /// <summary>A larger file is not the trainer's.</summary>
    private const long MaxBytes = 32 << 20;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.AllowReadingFromString,
    };

    public string? State { get; init; }

    public int? ProcessId { get; init; }

    public int? Epoch { get; init; }

    public int? Epochs { get; init; }

    public int? Step { get; init; }

    public int? Steps { get; init; }

    public double? Loss { get; init; }

    public double? ImagesPerSecond { get; init; }

    public double? SecondsLeft { get; init; }

    /// <summary>Pictures that are learned from.</summary>
    public int? Learned { get; init; }

    /// <summary>Pictures kept aside to judge by.</summary>
    public int? KeptAside { get; init; }

    public IReadOnlyList<EpochFigures>? History { get; init; }

    public int? BestEpoch { get; init; }

    public IReadOnlyList<SkippedPicture>? Skipped { get; init; }

    public string? Message { get; init; }

    /// <summary>Reads it; null while it is absent, half written or not the trainer's.</summary>
    public static RunFile? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return file.Length > MaxBytes ? null : JsonSerializer.Deserialize<RunFile>(file, s_options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>What is known of one epoch.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Loss">Mean training loss.</param>
/// <param name="Figures">By head, such as <c>fer2013</c>: the share of the pictures kept aside that it reads right, 0 to 1.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record EpochFigures(int Epoch, double? Loss, IReadOnlyDictionary<string, double?>? Figures, double? Seconds);

/// <summary>A picture, or a folder of them, that is not learned from.</summary>
/// <param name="Where">Its name in the zip.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Count">How many pictures these are.</param>
internal sealed record SkippedPicture(string? Where, string? Reason, int Count = 1);
