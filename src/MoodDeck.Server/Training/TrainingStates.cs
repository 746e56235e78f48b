namespace MoodDeck.Server.Training;

/// <summary>How a training stands.</summary>
internal static class TrainingStates
{
    public const string Uploaded = "uploaded", Preparing = "preparing", Running = "running", Stopping = "stopping", Stopped = "stopped", Finished = "finished", Failed = "failed";

    private const string Unexplained = "The training ended without saying why; perhaps the machine ran out of memory or of disk space, or was switched off. Start it again: it goes on from its last checkpoint.";

    /// <summary>Its state, and a sentence on it where there is something to say.</summary>
    /// <param name="record">What the server remembers.</param>
    /// <param name="run">What the trainer last wrote; null when that is nothing.</param>
    /// <param name="alive">Whether its process runs.</param>
    /// <param name="hasModel">Whether the trained model is there.</param>
    public static (string State, string? Message) Of(TrainingRecord record, RunFile? run, bool alive, bool hasModel)
    {
        if (record.Process is not { } process) return (Uploaded, null);
        // What an earlier start wrote says nothing about this one.
        var own = run is { ProcessId: null } || run?.ProcessId == process.Id ? run : null;
        if (alive)
        {
            if (record.StopAskedAt is not null) return (Stopping, "Writing a checkpoint.");
            return (own?.State == RunFile.Running ? Running : Preparing, own?.Message);
        }

        return own?.State switch
        {
            RunFile.Finished when hasModel => (Finished, own.Message),
            RunFile.Stopped => (Stopped, own.Message),
            RunFile.Failed => (Failed, own.Message ?? record.Error ?? Unexplained),
            _ when record.StopAskedAt is not null => (Stopped, null),
            _ => (Failed, record.Error ?? Unexplained),
        };
    }
}
