namespace MoodDeck.Server.Contracts;

/// <summary>What <c>analyze</c> and <c>POST /api/v1/analyze</c> answer.</summary>
/// <param name="Images">One entry for each picture, in the order they were given.</param>
public sealed record AnalyzeAnswer(IReadOnlyList<ImageAnswer> Images);
