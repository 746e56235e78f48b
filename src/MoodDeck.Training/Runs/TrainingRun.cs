using System.Diagnostics;
using MoodDeck.Training.Checkpoints;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Optimisers;

namespace MoodDeck.Training.Runs;

/// <summary>
/// Trains a network: steps, schedule, weight average, validation after each epoch, checkpoints. A run that was killed at
/// any moment and is resumed gives the same weights as one that was not.
/// </summary>
public sealed class TrainingRun
{
    private readonly ITrainingTask _task;
    private readonly TrainingOptions _options;
    private readonly Optimiser _optimiser;
    private readonly WeightAverage _average;
    private readonly ILearningRateSchedule _schedule;
    private readonly List<Tensor> _best;
    private readonly List<Tensor> _state;
    private RunState _header = new();
    private int _picturesInStep;

    /// <summary>A run of a task; nothing is started yet.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public TrainingRun(ITrainingTask task, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_task, _options) = (task, options);
        _optimiser = options.Optimiser switch
        {
            OptimiserKind.Sgd => new Sgd(task.Network, weightDecay: options.WeightDecay),
            OptimiserKind.Adam => new Adam(task.Network, weightDecay: options.WeightDecay),
            _ => Adam.W(task.Network, options.WeightDecay),
        };
        _schedule = options.Schedule == ScheduleKind.Cosine ? new CosineSchedule(options.LearningRate) : new OneCycleSchedule(options.LearningRate);
        _average = new WeightAverage(task.Network, options.AverageDecay);
        var parameters = task.Network.Parameters.Select(p => p.Parameter.Value).ToList();
        _best = [.. parameters.Select(p => new Tensor(p.Shape))];
        _state = [.. parameters, .. _optimiser.State, .. _average.State, .. _best];
    }

    /// <summary>The epochs so far.</summary>
    public IReadOnlyList<EpochRecord> History => _header.History;

    /// <summary>The epoch whose weights the network holds after <see cref="Run"/>.</summary>
    public int BestEpoch => _header.BestEpoch;

    /// <summary>Whether the run ended before its last epoch because the score no longer rose.</summary>
    public bool HasStalled => _options.Patience > 0 && _header.RisenEpoch > 0 && _header.Epoch - _header.RisenEpoch >= _options.Patience;

    /// <summary>Where the checkpoint of an earlier run in the folder goes when a new one begins.</summary>
    public const string EarlierCheckpoint = "checkpoint.before.bin";

    private string CheckpointPath => Path.Combine(_options.RunFolder, "checkpoint.bin");

    /// <summary>
    /// Trains to the end and leaves in the network the averaged weights of the best epoch, or of the last where nothing
    /// is kept aside to judge by.
    /// </summary>
    /// <exception cref="InvalidDataException">The checkpoint does not belong to this run.</exception>
    public void Run(IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(_options.RunFolder);
        if (File.Exists(CheckpointPath))
        {
            // Whoever forgets --resume must not lose the hours of the run before.
            if (_options.Resume) Restore();
            else File.Move(CheckpointPath, Path.Combine(_options.RunFolder, EarlierCheckpoint), overwrite: true);
        }

        foreach (var epoch in _header.History) progress?.Report(new(epoch.Epoch, _options.Epochs, _task.StepsPerEpoch, _task.StepsPerEpoch, epoch.Loss, 0, epoch));
        using var pool = new WorkerPool(_options.Threads);
        while (_header.Epoch < _options.Epochs && !HasStalled)
        {
            RunEpoch(pool, progress, cancellation);
            Save();
        }

        for (var i = 0; i < _best.Count; i++) _best[i].Span.CopyTo(_state[i].Span);
    }

    private void RunEpoch(WorkerPool pool, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var steps = _task.StepsPerEpoch;
        var watch = Stopwatch.StartNew();
        var saved = watch.Elapsed;
        var first = _header.Step;
        for (; _header.Step < steps; _header.Step++)
        {
            if (cancellation.IsCancellationRequested)
            {
                Save();
                cancellation.ThrowIfCancellationRequested();
            }

            if ((watch.Elapsed - saved).TotalSeconds > _options.CheckpointSeconds)
            {
                Save();
                saved = watch.Elapsed;
            }

            _header.LossSum += Step(pool, _header.Epoch, _header.Step, steps);
            RequireNumber(_header.LossSum);
            progress?.Report(Progress(null));
        }

        _average.Swap();
        var validation = _task.Validate(pool);
        foreach (var figure in validation?.Figures.Values ?? []) RequireNumber(figure);
        var hasRisen = validation is null || _header.BestEpoch == 0 || validation.Score > _header.BestScore;
        if (hasRisen) _header.RisenEpoch = _header.Epoch + 1;
        if (hasRisen || (validation!.Score == _header.BestScore && validation.Loss < _header.BestLoss))
        {
            (_header.BestEpoch, _header.BestScore, _header.BestLoss) = (_header.Epoch + 1, validation?.Score ?? 0, validation?.Loss ?? 0);
            for (var i = 0; i < _best.Count; i++) _state[i].Span.CopyTo(_best[i].Span);
        }

        _average.Swap();
        var record = new EpochRecord(_header.Epoch + 1, _header.LossSum / steps, validation, watch.Elapsed.TotalSeconds, RateAt(((long)(_header.Epoch + 1) * steps) - 1, steps));
        _header.History.Add(record);
        progress?.Report(Progress(record));
        (_header.Epoch, _header.Step, _header.LossSum) = (_header.Epoch + 1, 0, 0);

        TrainingProgress Progress(EpochRecord? finished)
        {
            var done = finished is null ? _header.Step + 1 : steps;
            var rate = (done - first) / watch.Elapsed.TotalSeconds;
            return new(_header.Epoch + 1, _options.Epochs, done, steps, _header.LossSum / done, rate * _picturesInStep, finished) { StepsPerSecond = rate };
        }
    }

    private static void RequireNumber(double value)
    {
        if (!double.IsFinite(value)) throw new TrainingDivergedException("The loss is no longer a number. Try a lower learning rate.");
    }

    private double Step(WorkerPool pool, int epoch, int step, int steps)
    {
        var number = ((long)epoch * steps) + step;
        var pass = new Pass(pool, IsTraining: true, Seed: new SplitMix64(_options.Seed + (ulong)number).Next());
        var pictures = _task.Batch(epoch, step, pool);
        _picturesInStep = pictures.Shape.N;
        var outputs = _task.Network.Forward(pictures, pass);
        var (loss, gradients) = _task.Loss(outputs);
        _task.Network.Backward(gradients, pass);
        _optimiser.Step(RateAt(number, steps));
        _average.Update(number + 1);
        return loss;
    }

    private double RateAt(long number, int steps) => _schedule.At((double)number / ((long)_options.Epochs * steps));

    private void Save()
    {
        _header.Steps = _optimiser.Steps;
        _header.Fingerprint = Fingerprint();
        Checkpoint.Save(CheckpointPath, _header, _state);
    }

    private void Restore()
    {
        var header = Checkpoint.LoadHeader<RunState>(CheckpointPath);
        if (header.Fingerprint != Fingerprint())
        {
            throw new InvalidDataException(
                $"The checkpoint in {_options.RunFolder} is of a run with other settings or data ({Difference(header.Fingerprint, Fingerprint())}). "
                + "Use the same settings and data, another --run folder, or leave --resume out.");
        }

        _header = Checkpoint.Load<RunState>(CheckpointPath, _state);
        _optimiser.Steps = _header.Steps;
    }

    private static string Difference(string then, string now)
    {
        var (before, after) = (then.Split(", "), now.Split(", "));
        if (before.Length != after.Length) return $"{then}; now {now}";
        int[] changed = [.. Enumerable.Range(0, before.Length).Where(i => before[i] != after[i])];
        return $"{string.Join(", ", changed.Select(i => before[i]))}; now {string.Join(", ", changed.Select(i => after[i]))}";
    }

    // What must not change between a run and its resumption.
    private string Fingerprint() => FormattableString.Invariant(
        $"{_options.Epochs} epochs, batch {_options.BatchSize}, seed {_options.Seed}, {_options.Optimiser}, {_options.Schedule}, rate {_options.LearningRate}, decay {_options.WeightDecay}, average {_options.AverageDecay}, {_task.Fingerprint}, {_task.StepsPerEpoch} steps, {_task.Network.ParameterCount} parameters");

    internal sealed class RunState
    {
        public string Fingerprint { get; set; } = "";

        public int Epoch { get; set; }

        public int Step { get; set; }

        public long Steps { get; set; }

        public double LossSum { get; set; }

        public int BestEpoch { get; set; }

        public double BestScore { get; set; }

        public double BestLoss { get; set; }

        /// <summary>The epoch in which the score last rose; a later one of the same score and less loss may be the best.</summary>
        public int RisenEpoch { get; set; }

        public List<EpochRecord> History { get; set; } = [];
    }
}
