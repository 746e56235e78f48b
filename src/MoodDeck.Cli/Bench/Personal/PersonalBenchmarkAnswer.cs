namespace MoodDeck.Cli.Bench.Personal;

/// <summary>What a listener's own face does to readings; shares are means with intervals of 95 %.</summary>
/// <param name="Model">The model's name and digest.</param>
/// <param name="Samples">Faces with a strict FER+ label that were read.</param>
/// <param name="RestingReadsAs">What the resting faces are taken for.</param>
/// <param name="Resting">What a personal neutral does.</param>
/// <param name="Corrections">What corrections do, by their number.</param>
internal sealed record PersonalBenchmarkAnswer(string Model, int Samples, string RestingReadsAs, RestingFigures Resting, IReadOnlyList<CorrectionFigures> Corrections);
