using System.CommandLine;

namespace MoodDeck.Cli.Evaluate;

/// <summary><c>evaluate …</c>: measures models on labelled data.</summary>
internal static class EvaluateCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("evaluate", "Measure a model on labelled data.")
    {
        EvaluateEmotionCommand.Create(), EvaluateFacesCommand.Create(), EvaluateTrackCommand.Create(),
    };
}
