namespace MoodDeck.Server.Training;

/// <summary>Tells how trainings stand, from what the server remembers, what the trainer wrote and what runs.</summary>
internal sealed class TrainingView(TrainingStore store, TrainingJobs jobs, TrainingLimits limits, EmotionModelChoice choice)
{
    /// <summary>Every training in a line, the newest first.</summary>
    public IReadOnlyList<TrainingSummary> List()
    {
        var kept = choice.Kept;
        return [.. store.List().Select(record => Summary(Look(record), kept))];
    }

    /// <summary>One training with its course; null when there is none of this id.</summary>
    public TrainingAnswer? Find(string id)
    {
        if (store.Find(id) is not { } found) return null;
        var look = Look(found);
        var run = look.Run;
        var line = Summary(look, choice.Kept);
        var runs = line.State is TrainingStates.Running or TrainingStates.Stopping;
        return new()
        {
            Id = line.Id, Name = line.Name, Bytes = line.Bytes, CreatedAt = line.CreatedAt, State = line.State, Message = line.Message,
            Arch = line.Arch, Epochs = line.Epochs, Epoch = line.Epoch, HasModel = line.HasModel, HasReport = line.HasReport, InUse = line.InUse,
            Step = run?.Step ?? 0,
            Steps = run?.Steps ?? 0,
            Loss = Finite(run?.Loss),
            ImagesPerSecond = Finite(run?.ImagesPerSecond),
            SecondsLeft = runs ? Finite(run?.SecondsLeft) : null,
            Learned = run?.Learned,
            KeptAside = run?.KeptAside,
            History = [.. (run?.History ?? []).Select(Clean)],
            BestEpoch = run?.BestEpoch,
            Skipped = [.. (run?.Skipped ?? []).Take(limits.SkippedNamed)],
            SkippedTotal = run?.Skipped?.Sum(s => s.Count) ?? 0,
        };
    }

    // What it wrote last, and what it said last, is sure to be read only after it was seen to have ended.
    private (TrainingRecord Record, RunFile? Run, bool IsAlive) Look(TrainingRecord record)
    {
        var alive = jobs.IsAlive(record);
        if (!alive) record = store.Find(record.Id) ?? record;
        return (record, RunFile.Read(store.FolderOf(record.Id)!.RunFile), alive);
    }

    private TrainingSummary Summary((TrainingRecord Record, RunFile? Run, bool IsAlive) look, KeptModel? kept)
    {
        var (record, run, alive) = look;
        var folder = store.FolderOf(record.Id)!;
        var hasModel = File.Exists(folder.Model);
        var (state, message) = TrainingStates.Of(record, run, alive, hasModel);
        return new()
        {
            Id = record.Id,
            Name = record.Name,
            Bytes = record.Bytes,
            CreatedAt = record.CreatedAt,
            State = state,
            // The trainer names the file as it lies here; whoever uploaded it knows it by another name.
            Message = message?.Replace(folder.Data, record.Name, StringComparison.Ordinal),
            Arch = record.Arch,
            Epochs = record.Epochs,
            Epoch = run?.Epoch ?? 0,
            HasModel = hasModel && state == TrainingStates.Finished,
            HasReport = File.Exists(folder.Report) && state == TrainingStates.Finished,
            // One that was started again since has, or will have, another result than the one that was kept.
            InUse = kept?.TrainingId == record.Id && !(record.Process?.StartedAt > kept.KeptAt),
        };
    }

    private static EpochFigures Clean(EpochFigures epoch) => epoch with
    {
        Loss = Finite(epoch.Loss),
        Seconds = Finite(epoch.Seconds),
        Figures = epoch.Figures?.ToDictionary(f => f.Key, f => Finite(f.Value)),
    };

    // JSON has no infinity, and a loss may well be one.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
