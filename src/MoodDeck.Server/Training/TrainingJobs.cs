using System.Globalization;
using MoodDeck.Server.Problems;
using MoodDeck.Server.Training.Processes;

namespace MoodDeck.Server.Training;

/// <summary>
/// Starts, stops and removes trainings, one running at a time. A training outlives the server: what is needed to find it
/// again stands in its record.
/// </summary>
internal sealed partial class TrainingJobs(TrainingStore store, ITrainingLauncher launcher, TrainingLimits limits, TimeProvider time, ILogger<TrainingJobs> logger)
{
    private const string ErrorPrefix = "error: ";
    private readonly Lock _lock = new();

    // Until what a process said last is written down, it counts as running.
    private readonly HashSet<string> _ending = [];

    /// <summary>Whether its process runs.</summary>
    public bool IsAlive(TrainingRecord record)
    {
        lock (_lock) return _ending.Contains(record.Id) || record.Process is { } process && ProcessMark.Runs(process.Id, process.Mark);
    }

    /// <summary>Starts it, or goes on from its checkpoint when it was stopped and nothing else is asked for; a problem when it cannot be.</summary>
    public ProblemHttpResult? Start(string id, TrainingStart wish)
    {
        if (launcher.WhyNot is { } reason) return ProblemKind.NoTrainer.With(reason);
        if (wish.Arch is { } named && !TrainingArchitectures.Names.Contains(named))
            return ProblemKind.BadOption.With($"There is no architecture '{named}'. There are: {string.Join(", ", TrainingArchitectures.Names)}.");
        if (wish.Epochs is { } many && (many < 1 || many > limits.Epochs)) return ProblemKind.BadOption.With($"'epochs' is {many}; it must be 1 to {limits.Epochs}.");
        lock (_lock)
        {
            var all = store.List();
            if (all.FirstOrDefault(r => r.Id == id) is not { } record) return UnknownTraining(id);
            if (all.FirstOrDefault(IsAlive) is { } other) return ProblemKind.TrainingRunning.With($"'{other.Name}' is being trained on. Stop that training, or wait for its end.");
            var arch = wish.Arch ?? record.Arch ?? TrainingArchitectures.Default;
            var epochs = wish.Epochs ?? (record.Epochs > 0 ? record.Epochs : limits.DefaultEpochs);
            return Launch(record with { Arch = arch, Epochs = epochs, StopAskedAt = null, Error = null }, resumes: arch == record.Arch && epochs == record.Epochs);
        }
    }

    /// <summary>Asks it to end with a checkpoint; asking again, after a while in vain, ends it at once.</summary>
    public ProblemHttpResult? Stop(string id)
    {
        lock (_lock)
        {
            if (store.Find(id) is not { } record) return UnknownTraining(id);
            if (record.Process is not { } process || !ProcessMark.Runs(process.Id, process.Mark)) return ProblemKind.TrainingIdle.With($"'{record.Name}' is not being trained on.");
            if (record.StopAskedAt is { } since)
            {
                if (time.GetUtcNow() - since > limits.StopPatience) Signals.End(process.Id);
                return null;
            }

            try
            {
                store.Save(record with { StopAskedAt = time.GetUtcNow() });
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A full disk is a reason more to stop it.
                StopNotNoted(id, e.Message);
            }

            Signals.AskToEnd(process.Id);
            return null;
        }
    }

    /// <summary>Removes it with its pictures, its checkpoint and its model; a model that was kept is a copy and stays.</summary>
    public ProblemHttpResult? Delete(string id)
    {
        lock (_lock)
        {
            if (store.Find(id) is not { } record) return UnknownTraining(id);
            if (IsAlive(record)) return ProblemKind.TrainingRunning.With($"'{record.Name}' is being trained on. Stop the training first.");
            store.Delete(id);
            return null;
        }
    }

    public static ProblemHttpResult UnknownTraining(string id) => ProblemKind.UnknownTraining.With($"There is no training '{id}'. GET {DeckServer.ApiRoot}/trainings lists them.");

    private ProblemHttpResult? Launch(TrainingRecord record, bool resumes)
    {
        var folder = store.FolderOf(record.Id)!;
        // A finished run has nothing left to go on with, and one with other options is another run.
        resumes = resumes && File.Exists(folder.Checkpoint) && !File.Exists(folder.Model);
        if (!resumes && Directory.Exists(folder.Run)) Directory.Delete(folder.Run, recursive: true);
        Directory.CreateDirectory(folder.Run);
        TrainingProcess process;
        try
        {
            process = launcher.Start(folder.Path, Arguments(record, folder, resumes));
        }
        catch (TrainingLaunchException e)
        {
            return ProblemKind.NoTrainer.With(e.Message);
        }

        try
        {
            // One that has ended already leaves a mark that no process has.
            store.Save(record with { Process = new(process.Id, process.Mark ?? "", time.GetUtcNow()) });
        }
        catch
        {
            // Nobody would find it again.
            Signals.End(process.Id);
            process.Dispose();
            throw;
        }

        Started(record.Id, process.Id, resumes);
        _ending.Add(record.Id);
        _ = WatchAsync(record.Id, process);
        return null;
    }

    private static List<string> Arguments(TrainingRecord record, TrainingFolder folder, bool resumes)
    {
        List<string> arguments =
        [
            "train", "emotion", "--data", folder.Data, "--arch", record.Arch!, "--epochs", record.Epochs.ToString(CultureInfo.InvariantCulture),
            "--run", folder.Run, "--out", folder.Model, "--report", folder.Report,
        ];
        if (resumes) arguments.Add("--resume");
        return arguments;
    }

    private async Task WatchAsync(string id, TrainingProcess process)
    {
        using (process)
        {
            var (exitCode, said) = await process.Ended;
            EndedWith(id, exitCode);
            lock (_lock)
            {
                _ending.Remove(id);
                if (exitCode == 0 || said is null || store.Find(id) is not { } record) return;
                // Once it keeps a journal, its last line is how far it is, unless that is an error.
                var isError = said.StartsWith(ErrorPrefix, StringComparison.Ordinal);
                if (!isError && File.Exists(store.FolderOf(id)!.RunFile)) return;
                try
                {
                    store.Save(record with { Error = isError ? said[ErrorPrefix.Length..] : said });
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    LastWordsLost(id, e.Message);
                }
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Training {Id} runs as process {ProcessId} (resumed: {Resumed})")]
    private partial void Started(string id, int processId, bool resumed);

    [LoggerMessage(LogLevel.Information, "Training {Id} ended with {ExitCode}")]
    private partial void EndedWith(string id, int exitCode);

    [LoggerMessage(LogLevel.Warning, "That training {Id} was asked to stop could not be written down: {Reason}")]
    private partial void StopNotNoted(string id, string reason);

    [LoggerMessage(LogLevel.Warning, "Why training {Id} failed could not be written down: {Reason}")]
    private partial void LastWordsLost(string id, string reason);
}
