using MoodDeck.Training.Architectures;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>What an epoch's figures are called on a page. A run and its JSON name them after the network's heads.</summary>
internal static class FigureTitles
{
    private static readonly Dictionary<string, string> s_titles = new()
    {
        [ExpressionHeads.FerPlus] = "accuracy, FER+",
        [$"{ExpressionHeads.FerPlus} loss"] = "loss, FER+",
        [ExpressionHeads.Fer2013] = "accuracy, FER2013",
        [$"{ExpressionHeads.Fer2013} loss"] = "loss, FER2013",
    };

    /// <summary>The title of a figure; of one that is not known its own name.</summary>
    public static string Of(string figure) => Html.Short(s_titles.GetValueOrDefault(figure, figure), 40);
}
