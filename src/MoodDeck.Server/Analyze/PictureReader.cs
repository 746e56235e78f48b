using MoodDeck.Server.Problems;
using MoodDeck.Vision;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Server.Analyze;

/// <summary>Reads a picture that came in a request, when it is its turn.</summary>
internal sealed class PictureReader(PhotoAnalyzer analyzer, ReadingGate gate)
{
    /// <summary>What the picture shows, or the problem to answer with.</summary>
    public Task<(PhotoReading? Reading, ProblemHttpResult? Problem)> ReadAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken) =>
        ReadAsync(picture, null, cancellationToken);

    /// <summary>What the picture shows, or the problem to answer with.</summary>
    /// <param name="picture">A JPEG, PNG or WebP.</param>
    /// <param name="classifier">Reads the expressions; null for the model in use.</param>
    /// <param name="cancellationToken">The client left.</param>
    public async Task<(PhotoReading? Reading, ProblemHttpResult? Problem)> ReadAsync(
        ReadOnlyMemory<byte> picture, IEmotionClassifier? classifier, CancellationToken cancellationToken)
    {
        using var turn = await gate.WaitForTurnAsync(cancellationToken);
        try
        {
            var result = analyzer.Analyze(picture.Span, classifier);
            return result.IsOk ? (result.Value, null) : (null, KindOf(result.Status).With(result.Problem));
        }
        catch (VisionModelException e)
        {
            return (null, ProblemKind.ModelMissing.With(e.Message));
        }
    }

    private static ProblemKind KindOf(ImageStatus status) => status switch
    {
        ImageStatus.TooLarge => ProblemKind.TooLarge,
        ImageStatus.LibraryMissing => ProblemKind.ModelMissing with { Title = "A system library is missing" },
        _ => ProblemKind.BadImage,
    };
}
