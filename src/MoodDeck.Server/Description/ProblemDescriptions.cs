namespace MoodDeck.Server.Description;

internal static class ProblemDescriptions
{
    /// <summary>Says which problems an address may answer with.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) route.ProducesProblem(status);
        return route;
    }
}
