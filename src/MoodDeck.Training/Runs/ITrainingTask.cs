using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Runs;

/// <summary>What is learned: the network, its batches, its loss and how it is judged.</summary>
public interface ITrainingTask
{
    /// <summary>The network.</summary>
    Network Network { get; }

    /// <summary>
    /// What else must be the same for a run to be resumed: the data, how it is changed, the weights of the loss.
    /// </summary>
    string Fingerprint { get; }

    /// <summary>Batches in an epoch.</summary>
    int StepsPerEpoch { get; }

    /// <summary>
    /// Fills the input for one step. What it writes depends on epoch and step alone, so that a resumed run sees the same.
    /// </summary>
    Tensor Batch(int epoch, int step, WorkerPool pool);

    /// <summary>
    /// The loss of the outputs for the batch filled last, and its gradient for each output (null where it does not count).
    /// </summary>
    (double Loss, IReadOnlyList<Tensor?> Gradients) Loss(IReadOnlyList<Tensor> outputs);

    /// <summary>Judges the network as it stands on the rows kept aside; null when none are.</summary>
    Validation? Validate(WorkerPool pool);
}

/// <summary>How a network did on the rows kept aside.</summary>
/// <param name="Score">What the best epoch is chosen by; higher is better.</param>
/// <param name="Figures">Named figures to show and keep.</param>
public sealed record Validation(double Score, IReadOnlyDictionary<string, double> Figures)
{
    /// <summary>Decides between epochs of the same score, of which few rows give many; lower is better.</summary>
    public double Loss { get; init; }
}

/// <summary>One epoch of a run.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="Loss">Mean training loss.</param>
/// <param name="Validation">Null when no rows are kept aside.</param>
/// <param name="Seconds">Wall-clock time; a resumed epoch counts from the resumption.</param>
/// <param name="LearningRate">The learning rate of its last step.</param>
public sealed record EpochRecord(int Epoch, double Loss, Validation? Validation, double Seconds, double LearningRate = 0);

/// <summary>Where a run stands.</summary>
/// <param name="Epoch">Counted from 1.</param>
/// <param name="Epochs">Epochs in all.</param>
/// <param name="Step">Steps done in this epoch.</param>
/// <param name="Steps">Steps of an epoch.</param>
/// <param name="Loss">Mean loss of this epoch so far.</param>
/// <param name="ImagesPerSecond">Over this epoch so far.</param>
/// <param name="Finished">The epoch just finished, else null.</param>
public sealed record TrainingProgress(int Epoch, int Epochs, int Step, int Steps, double Loss, double ImagesPerSecond, EpochRecord? Finished)
{
    /// <summary>Over this epoch so far; 0 for an epoch that an earlier process finished.</summary>
    public double StepsPerSecond { get; init; }

    /// <summary>The fold that is trained, counted from 1; 0 where there are none.</summary>
    public int Fold { get; init; }

    /// <summary>How many folds there are; 0 for none.</summary>
    public int Folds { get; init; }
}
