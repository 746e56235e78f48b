using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Training.Runs;

namespace MoodDeck.Cli.Train;

/// <summary>How a network is stepped: the options that mean the same in every training.</summary>
internal sealed class StepOptions(TrainingOptions defaults)
{
    private readonly Option<int> _batch = ValueParsers.Whole("--batch", "Pictures in a step", defaults.BatchSize, 1, 4096);
    private readonly Option<double> _rate = ValueParsers.Number("--rate", "Highest learning rate; Adam wants less than SGD, about 0.002", defaults.LearningRate);
    private readonly Option<double> _decay = ValueParsers.Number("--decay", "Weight decay", defaults.WeightDecay);
    private readonly Option<OptimiserKind> _optimiser = ValueParsers.Named("--optimiser", "Optimiser", defaults.Optimiser);
    private readonly Option<ScheduleKind> _schedule = ValueParsers.Named("--schedule", "Course of the learning rate", defaults.Schedule);
    private readonly Option<int> _seed = ValueParsers.Whole("--seed", "The same seed gives the same model", (int)defaults.Seed, 0, int.MaxValue);
    private readonly Option<int> _threads = ValueParsers.Whole("--threads", "Threads, 0 for every core; the result does not depend on it", 0, 0, 1024);

    /// <summary>Adds every option.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_batch, _rate, _decay, _optimiser, _schedule, _seed, _threads]) command.Add(option);
    }

    /// <summary>The options, put into a training and checked.</summary>
    /// <exception cref="CliException">A value is out of range.</exception>
    public TrainingOptions Into(TrainingOptions options, ParseResult parsed)
    {
        options = options with
        {
            BatchSize = parsed.GetValue(_batch),
            Seed = (ulong)parsed.GetValue(_seed),
            Threads = parsed.GetValue(_threads),
            LearningRate = parsed.GetValue(_rate),
            WeightDecay = parsed.GetValue(_decay),
            Optimiser = parsed.GetValue(_optimiser),
            Schedule = parsed.GetValue(_schedule),
        };
        try
        {
            options.Validate();
        }
        catch (ArgumentException e)
        {
            throw CliException.Usage(Sentence.Of(e));
        }

        return options;
    }
}
