using MoodDeck.Core.Mood;
using MoodDeck.Training.Reports;
using MoodDeck.Training.Resampling;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Expressions;

/// <summary>The settings of a training as a report tells them.</summary>
internal static class EmotionSettings
{
    /// <summary>What is particular to an expression model.</summary>
    public static IEnumerable<ReportSetting> Of(EmotionTrainingOptions options, EmotionTrainingResult result)
    {
        yield return new("architecture", options.Architecture);
        yield return ReportSetting.Of("parameters", result.Parameters);
        yield return ReportSetting.Of("multiply-accumulates of a face", result.Macs);
        yield return new("heads", string.Join(", ", result.Heads));
        yield return new("preprocessing", options.Preprocessing switch
        {
            FacePreprocessing.Equalise => "global histogram equalisation",
            FacePreprocessing.Clahe => "contrast-limited adaptive histogram equalisation",
            _ => "none",
        });
        yield return new("changes of the pictures", Changes(options));
        yield return new("mixing", options.Mixing.IsOn ? FormattableString.Invariant($"mixup in {options.Mixing.MixupChance:0.##} and cutmix in {options.Mixing.CutmixChance:0.##} of the steps") : "none");
        yield return new("class weights", options.Balance.Weights switch
        {
            ClassWeighting.InverseFrequency => "one over the class's rows",
            ClassWeighting.EffectiveNumber => "effective number of rows",
            _ => "none",
        });
        yield return new("resampling", options.Balance.Resampling == ResamplingKind.None ? "none" : FormattableString.Invariant($"{Name(options.Balance.Resampling)}, to {options.Balance.Share:0.##} of the largest class"));
        if (result.Retrained is { } retrained)
            yield return new("kept aside, after the heads were trained again", string.Join(", ", retrained.Figures.Select(f => FormattableString.Invariant($"{f.Key} {f.Value:0.000}"))));
        yield return ReportSetting.Of("label smoothing", options.Smoothing);
        if (options.InitPath is { } init) yield return new("started from", Path.GetFileName(init));
        if (result.Start is { } start) yield return new("layers started so", FormattableString.Invariant($"{start.Taken.Count}; fresh: {(start.Fresh.Count == 0 ? "none" : string.Join(", ", start.Fresh))}"));
        if (result.FrozenLayers > 0) yield return new("frozen layers", FormattableString.Invariant($"{result.FrozenLayers} ({string.Join(", ", options.Freeze)})"));
        if (options.Teacher is { } teacher) yield return new("teacher", FormattableString.Invariant($"{string.Join(", ", teacher.ModelPaths.Select(Path.GetFileName))}, share {teacher.Share:0.##}, temperature {teacher.Temperature:0.##}"));
        if (options.CalibrationPath is { } calibrated) yield return new("calibration taken from", Path.GetFileName(calibrated));
        yield return ReportSetting.Of("temperature", result.Calibration.Temperature);
        yield return ReportSetting.Of("unsure below", result.Calibration.Unsure.Least);
        foreach (var (emotion, least) in result.Calibration.Unsure.Exceptions) yield return ReportSetting.Of($"unsure of {Emotions.NameOf(emotion)} below", least);
    }

    /// <summary>How the rows were split.</summary>
    /// <param name="split">How they should be.</param>
    /// <param name="isNoneAside">Whether there were too few rows to keep any aside.</param>
    public static string Split(SplitOptions split, bool isNoneAside = false) =>
        split.Folds > 0 ? FormattableString.Invariant($"{split.Folds} folds, each class in every fold alike, copies of a picture in one fold")
        : split.ValidateOn is { } usage ? $"chosen by the rows of the usage {usage}"
        : split.HoldoutShare == 0 ? "nothing was kept aside: the last epoch was taken, and nothing is judged here"
        : isNoneAside ? FormattableString.Invariant($"too few rows of each class to keep {split.HoldoutShare:0.##} of them aside: the last epoch was taken, and nothing is judged here")
        : FormattableString.Invariant($"{split.HoldoutShare:0.##} of the rows kept aside, each class alike, copies of a picture on one side");

    /// <summary>What a resampling is called.</summary>
    public static string Name(ResamplingKind kind) => kind switch
    {
        ResamplingKind.Oversample => "rows of rare classes repeated",
        ResamplingKind.Smote => "SMOTE of embeddings, heads trained again",
        ResamplingKind.SmotePixels => "SMOTE of pictures",
        _ => "none",
    };

    private static string Changes(EmotionTrainingOptions options)
    {
        var a = options.Augmentation;
        List<string> changes = [];
        void Note(bool isOn, FormattableString text)
        {
            if (isOn) changes.Add(FormattableString.Invariant(text));
        }

        Note(a.MirrorChance > 0, $"flip {a.MirrorChance:0.##}");
        Note(a.RotationDegrees > 0, $"turn {a.RotationDegrees:0.#}°");
        Note(a.ScaleShare > 0, $"zoom {a.ScaleShare:0.##}");
        Note(a.ShiftShare > 0, $"shift {a.ShiftShare:0.##}");
        Note(a.ShearShare > 0, $"shear {a.ShearShare:0.##}");
        Note(a.Brightness > 0, $"brightness {a.Brightness:0.#}");
        Note(a.ContrastShare > 0, $"contrast {a.ContrastShare:0.##}");
        Note(a.GammaShare > 0, $"gamma {a.GammaShare:0.##}");
        Note(a.BlurChance > 0, $"blur {a.BlurChance:0.##}");
        Note(a.NoiseChance > 0, $"noise {a.NoiseChance:0.##}");
        Note(a.DegradeChance > 0, $"camera loss {a.DegradeChance:0.##}");
        Note(a.ErasingChance > 0, $"erasing {a.ErasingChance:0.##}");
        Note(a.SideLightChance > 0, $"light from one side {a.SideLightChance:0.##}");
        Note(a.CoverChance > 0, $"up to half covered {a.CoverChance:0.##}");
        return changes.Count == 0 ? "none" : string.Join(", ", changes);
    }
}
