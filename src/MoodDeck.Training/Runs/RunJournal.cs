using System.Text.Json;
using System.Text.Json.Serialization;

namespace MoodDeck.Training.Runs;

/// <summary>How a run stands.</summary>
public enum RunPhase
{
    /// <summary>The data are read.</summary>
    Preparing,
    /// <summary>Steps are made.</summary>
    Running,
    /// <summary>The model is written.</summary>
    Finished,
    /// <summary>The user stopped it; it can be resumed.</summary>
    Stopped,
    /// <summary>It ended with an error.</summary>
    Failed,
}

/// <summary>
/// Tells whoever looks at a run folder how its run stands, in the file <c>run.json</c>: replaced whole, at most once a
/// second and after every epoch.
/// </summary>
public sealed class RunJournal : IProgress<TrainingProgress>
{
    /// <summary>Name of the file in the run folder.</summary>
    public const string FileName = "run.json";

    private const double LeastSeconds = 1;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly string _path;
    private readonly TimeProvider _clock;
    private RunPage _page;
    private long _written;

    /// <summary>Opens the journal of a run that prepares.</summary>
    /// <param name="folder">The run folder; made where there is none.</param>
    /// <param name="task">What is trained, such as <c>emotion</c>.</param>
    /// <param name="architecture">The network's architecture.</param>
    /// <param name="clock">The time.</param>
    public RunJournal(string folder, string task, string architecture, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        Directory.CreateDirectory(folder);
        (_path, _clock) = (Path.Combine(folder, FileName), clock);
        _page = new RunPage { Task = task, Arch = architecture, ProcessId = Environment.ProcessId, StartedAt = clock.GetUtcNow() };
        Write();
    }

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var left = (((long)value.Epochs - value.Epoch) * value.Steps) + value.Steps - value.Step;
        _page = _page with
        {
            State = RunPhase.Running,
            Epoch = value.Epoch, Epochs = value.Epochs, Step = value.Step, Steps = value.Steps,
            Fold = value.Fold == 0 ? null : value.Fold, Folds = value.Folds == 0 ? null : value.Folds,
            Loss = value.Loss, ImagesPerSecond = value.ImagesPerSecond,
            SecondsLeft = value.StepsPerSecond > 0 ? left / value.StepsPerSecond : null,
        };
        if (value.Finished is { } epoch)
        {
            // A new fold begins a new course.
            if (epoch.Epoch == 1) _page = _page with { History = [] };
            _page.History.Add(new(epoch.Epoch, epoch.Loss, epoch.Validation?.Figures, epoch.Seconds));
        }

        if (value.Finished is not null || _clock.GetElapsedTime(_written).TotalSeconds >= LeastSeconds) Write();
    }

    /// <summary>Tells what was left out of the data.</summary>
    public void Skip(IEnumerable<RunSkip> skipped) => Change(_page with { Skipped = [.. skipped] });

    /// <summary>Tells how many rows are learned from, and how many are kept aside to judge by.</summary>
    public void Count(int learned, int keptAside) => Change(_page with { Learned = learned, KeptAside = keptAside });

    /// <summary>Tells that the model is written.</summary>
    public void Finish(int bestEpoch, string modelPath, string? reportPath) =>
        Change(_page with { State = RunPhase.Finished, BestEpoch = bestEpoch, SecondsLeft = 0, ModelPath = Path.GetFullPath(modelPath), ReportPath = reportPath is null ? null : Path.GetFullPath(reportPath) });

    /// <summary>Tells that the run was stopped and can be resumed.</summary>
    public void Stop() => Change(_page with { State = RunPhase.Stopped });

    /// <summary>Tells that the run ended with an error.</summary>
    public void Fail(string message) => Change(_page with { State = RunPhase.Failed, Message = message });

    private void Change(RunPage page)
    {
        _page = page;
        Write();
    }

    private void Write()
    {
        var partial = $"{_path}.{Environment.ProcessId}.partial";
        File.WriteAllBytes(partial, JsonSerializer.SerializeToUtf8Bytes(_page with { UpdatedAt = _clock.GetUtcNow() }, s_json));
        File.Move(partial, _path, overwrite: true);
        _written = _clock.GetTimestamp();
    }

    private sealed record RunPage
    {
        public RunPhase State { get; init; }

        public required string Task { get; init; }

        public required string Arch { get; init; }

        public required int ProcessId { get; init; }

        public required DateTimeOffset StartedAt { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

        public int Epoch { get; init; }

        public int Epochs { get; init; }

        public int? Fold { get; init; }

        public int? Folds { get; init; }

        public int Step { get; init; }

        public int Steps { get; init; }

        public double? Loss { get; init; }

        public double? ImagesPerSecond { get; init; }

        public double? SecondsLeft { get; init; }

        public int? Learned { get; init; }

        public int? KeptAside { get; init; }

        public List<RunEpoch> History { get; init; } = [];

        public int? BestEpoch { get; init; }

        public IReadOnlyList<RunSkip> Skipped { get; init; } = [];

        public string? ModelPath { get; init; }

        public string? ReportPath { get; init; }

        public string? Message { get; init; }
    }

    private sealed record RunEpoch(int Epoch, double Loss, IReadOnlyDictionary<string, double>? Figures, double Seconds);
}

/// <summary>Something of the data that a run left out.</summary>
/// <param name="Where">Such as <c>line 7</c> or <c>train/happy/x.jpg</c>.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Count">How many rows or pictures this is about, such as all of a folder.</param>
public sealed record RunSkip(string Where, string Reason, int Count = 1);
