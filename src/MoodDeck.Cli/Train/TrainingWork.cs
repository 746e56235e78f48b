using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Runs;

namespace MoodDeck.Cli.Train;

/// <summary>Runs a training and shows how it goes: a bar or lines now and then, and a line for each epoch.</summary>
internal static class TrainingWork
{
    /// <summary>Runs it on a thread of its own, so that Ctrl+C is heard, and keeps the run folder's journal.</summary>
    public static async Task<T> RunAsync<T>(string title, RunJournal journal, Func<IProgress<TrainingProgress>, T> train, CancellationToken cancel)
    {
        try
        {
            return await LongWork.RunAsync(title, progress => Task.Run(() => train(new Relay<TrainingProgress>(Tell(journal, progress))), cancel));
        }
        catch (OperationCanceledException e)
        {
            journal.Stop();
            throw new CliException("stopped before the end. Go on from the last checkpoint with the same command and --resume.", cause: e);
        }
        catch (TrainingDivergedException e)
        {
            journal.Fail(e.Message);
            throw new CliException(e.Message, cause: e);
        }
        catch (Exception e)
        {
            journal.Fail(CliApp.Explain(e).Message);
            throw;
        }
    }

    /// <summary>One epoch in a line.</summary>
    public static string LineOf(EpochRecord epoch)
    {
        var figures = epoch.Validation?.Figures.Select(f => FormattableString.Invariant($", {f.Key} {f.Value:0.0000}")) ?? [];
        return FormattableString.Invariant($"epoch {epoch.Epoch}: loss {epoch.Loss:0.0000}{string.Concat(figures)}, {epoch.Seconds:0.0} s");
    }

    private static Action<TrainingProgress> Tell(RunJournal journal, IProgress<WorkStep> terminal) => p =>
    {
        journal.Report(p);
        terminal.Report(StepOf(p));
    };

    private static WorkStep StepOf(TrainingProgress p) => new(
        ((p.Epoch - 1) * p.Steps) + p.Step, p.Epochs * p.Steps,
        FormattableString.Invariant($"epoch {p.Epoch}, loss {p.Loss:0.000}, {p.ImagesPerSecond:0} images/s"),
        p.Finished is { } epoch ? LineOf(epoch) : null);
}
