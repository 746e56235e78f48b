using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Resampling;

namespace MoodDeck.Cli.Train;

/// <summary>How an expression network learns: what it starts from, who teaches it, how rare expressions count.</summary>
internal sealed class LearningOptions
{
    private readonly Option<int?> _width = ValueParsers.Option<int?>("--width", "N", "Channels of the first stage (default: those of --init, else the architecture's own).", text => ValueParsers.WholeNumber("--width", 4, 512)(text));
    private readonly Option<double?> _dropout = ValueParsers.Option<double?>("--dropout", "X", "Share of the last features dropped while training (default: the architecture's own).", text => ValueParsers.NumberOf("--dropout", text));
    private readonly Option<string[]> _freeze = ValueParsers.Many("--freeze", "PATTERN", "Layers that keep their weights, such as 'stage1.*' or 'layer[12].*'. May be repeated.", s => s);
    private readonly Option<string[]> _teacher = ValueParsers.Many("--teacher", "MODEL", "Also learn from the answers of a larger ONNX model, or of several, whose mean is taken (distillation). May be repeated.", s => s);
    private readonly Option<double> _teacherShare = ValueParsers.Number("--teacher-share", "Share of the teacher in the loss", 0.5);
    private readonly Option<double> _teacherTemperature = ValueParsers.Number("--teacher-temperature", "How much answers are softened for it", 2);
    private readonly Option<double> _smoothing = ValueParsers.Number("--smoothing", "Label smoothing", 0.05);
    private readonly Option<ClassWeighting> _weights = ValueParsers.Named("--class-weights", "How much a row of a rare class counts", ClassWeighting.None);
    private readonly Option<ResamplingKind> _resample = ValueParsers.Named("--resample", "How often rare classes are seen: as they are, repeated, or with synthetic ones between neighbours (smote: of embeddings; smotepixels: of pictures)", ResamplingKind.None);
    private readonly Option<double> _resampleShare = ValueParsers.Number("--resample-share", "To what share of the largest class resampling brings the others", 0.5);

    /// <summary>Adds every option.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_width, _dropout, _freeze, _teacher, _teacherShare, _teacherTemperature, _smoothing, _weights, _resample, _resampleShare])
            command.Add(option);
    }

    /// <summary>The options, put into a training.</summary>
    public EmotionTrainingOptions Into(EmotionTrainingOptions options, ParseResult parsed) => options with
    {
        Width = parsed.GetValue(_width),
        Dropout = (float?)parsed.GetValue(_dropout),
        Freeze = parsed.GetValue(_freeze) ?? [],
        Teacher = parsed.GetValue(_teacher) is { Length: > 0 } models ? new TeacherOptions(models, parsed.GetValue(_teacherShare), parsed.GetValue(_teacherTemperature)) : null,
        Smoothing = (float)parsed.GetValue(_smoothing),
        Balance = new BalanceOptions { Weights = parsed.GetValue(_weights), Resampling = parsed.GetValue(_resample), Share = parsed.GetValue(_resampleShare) },
    };
}
