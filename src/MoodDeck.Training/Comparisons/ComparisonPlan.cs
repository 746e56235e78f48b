using System.Text.Json;
using System.Text.Json.Serialization;

namespace MoodDeck.Training.Comparisons;

/// <summary>
/// How many epochs each architecture gets. It is measured once and kept in the run folder: the course of the learning rate
/// depends on it, so a resumed training must have the same.
/// </summary>
internal sealed record ComparisonPlan
{
    /// <summary>Name of the file in the run folder.</summary>
    public const string FileName = "plan.json";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The time of each training.</summary>
    public required double BudgetSeconds { get; init; }

    /// <summary>The trainings measured so far.</summary>
    public IReadOnlyList<PlannedTraining> Trainings { get; init; } = [];

    /// <summary>The training of an architecture; null when it was not measured yet.</summary>
    public PlannedTraining? Find(string architecture) => Trainings.FirstOrDefault(t => t.Architecture == architecture);

    /// <summary>The plan with a training added or replaced.</summary>
    public ComparisonPlan With(PlannedTraining training) => this with { Trainings = [.. Trainings.Where(t => t.Architecture != training.Architecture), training] };

    /// <summary>The plan of a run folder, or an empty one.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="budget">The time of each training.</param>
    /// <param name="resume">Whether an earlier plan counts.</param>
    /// <exception cref="InvalidDataException">The earlier plan is of another budget, or cannot be read.</exception>
    public static ComparisonPlan Open(string folder, TimeSpan budget, bool resume)
    {
        var path = Path.Combine(folder, FileName);
        if (!resume || !File.Exists(path)) return new() { BudgetSeconds = budget.TotalSeconds };
        var plan = Read(path);
        return Math.Abs(plan.BudgetSeconds - budget.TotalSeconds) < 1e-6
            ? plan
            : throw new InvalidDataException(FormattableString.Invariant(
                $"The comparison in {folder} gives each architecture {plan.BudgetSeconds / 60:0.###} min, not {budget.TotalMinutes:0.###}. Use the same time, another --run folder, or leave --resume out."));
    }

    /// <summary>Writes it whole.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        File.WriteAllBytes(path + ".partial", JsonSerializer.SerializeToUtf8Bytes(this, s_json));
        File.Move(path + ".partial", path, overwrite: true);
    }

    private static ComparisonPlan Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ComparisonPlan>(File.ReadAllBytes(path), s_json) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is not the plan of a comparison. Leave --resume out to begin anew.", e);
        }
    }
}

/// <summary>One training of a plan.</summary>
/// <param name="Architecture">The architecture's name.</param>
/// <param name="Epochs">Epochs that fit the budget, 1 at least.</param>
/// <param name="SecondsPerEpoch">What an epoch took in the trial.</param>
/// <param name="Interrupted">Whether it was resumed inside an epoch.</param>
internal sealed record PlannedTraining(string Architecture, int Epochs, double SecondsPerEpoch, bool Interrupted = false)
{
    /// <summary>The time all its epochs should take.</summary>
    [JsonIgnore]
    public double Seconds => Epochs * SecondsPerEpoch;
}
